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


def of_words(name: str, part: Q, field: str = "vector") -> GinIndex:
    """Words of a team; the team stands in front, so that a small team does not pay for a large one beside it."""
    return GinIndex(fields=["team", field], name=name, condition=part, gin_pending_list_limit=WAITING)


def of_letters(name: str, part: Q) -> GinIndex:
    """Letters by three, for what is only much like it. For short texts: in a long one nearly everything occurs."""
    classes = ["int8_ops", "gin_trgm_ops"]
    return GinIndex(
        fields=["team", "text"], opclasses=classes, name=name, condition=part, gin_pending_list_limit=WAITING
    )


class SearchEntry(models.Model):
    """One piece of text. Written by the database alone; `rule` is the right one needs to find it.

    `named` is true for names (of the young person, of participants): those are searched first, forgivingly, and give
    the suggestions; so names and texts have indexes of their own. `letters` holds the words of a text as they
    are written and back to front, for typing errors.
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
    letters = SearchVectorField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "source_id"], name="search_source_once")]
        indexes = [
            of_words("search_names", NAMES),
            of_words("search_texts", TEXTS),
            of_letters("search_names_alike", NAMES),
            of_words("search_texts_alike", TEXTS, "letters"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.source_id}"
