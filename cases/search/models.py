"""What can be found: a row for every piece of text of a case, kept by triggers in the database (decision 0161)."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from cases.casefile.models import Case
from expertteam.accounts.models import Team

NAMES, TEXTS = Q(named=True), Q(named=False)
# Kilobytes: what was just written waits in a list that every search reads, half a megabyte of it at most.
WAITING = 512


class SearchEntry(models.Model):
    """One piece of text. Written by the database alone; `rule` is the right one needs to find it.

    `named` is true for names (of the young person, of participants): those are searched first, forgivingly, and give
    the suggestions; so names and texts have indexes of their own.
    """

    # Without an index of its own: walking through all rows of a team is never the quick way to a word.
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=30)
    source_id = models.BigIntegerField()
    rule = models.CharField(max_length=40)
    named = models.BooleanField()
    text = models.TextField()
    vector = SearchVectorField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "source_id"], name="search_source_once")]
        indexes = [
            GinIndex(fields=["vector"], name="search_names", condition=NAMES, gin_pending_list_limit=WAITING),
            GinIndex(fields=["vector"], name="search_texts", condition=TEXTS, gin_pending_list_limit=WAITING),
            GinIndex(
                fields=["text"],
                opclasses=["gin_trgm_ops"],
                name="search_names_alike",
                condition=NAMES,
                gin_pending_list_limit=WAITING,
            ),
            GinIndex(
                fields=["text"],
                opclasses=["gin_trgm_ops"],
                name="search_texts_alike",
                condition=TEXTS,
                gin_pending_list_limit=WAITING,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.source_id}"
