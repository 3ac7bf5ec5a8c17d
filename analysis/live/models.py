"""What happened to an analysis, step by step, and words that wait for their author to choose."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from analysis.board.models import Analysis
from expertteam.connections.written_often import AddedOften


class Did(models.TextChoices):
    """What a step did."""

    ADD = "add", "neergelegd"
    CHANGE = "change", "gewijzigd"
    MOVE = "move", "verplaatst"
    REMOVE = "remove", "weggehaald"
    RESTORE = "restore", "teruggezet"


class Piece(models.TextChoices):
    """What a step was about, as it stands in addresses."""

    CARD = "kaartje", "kaartje"
    LINK = "verband", "verband"
    EXPLANATION = "verklaring", "verklaring"
    ADVICE = "advies", "advies"
    VIEW = "kijk", "andere kijk"
    CARE = "zorg", "wat erbij hoort"


class Step(AddedOften):
    """One change of an analysis; `number` is its version afterwards. Holds no texts: those are in the history.

    The words of a changed piece: its history at `part_version` and the one before. `removed` holds numbers and codes
    with which a step is undone: `undo.Removed` of what was taken away, {kind, after} of a move, {before, after} of
    care.
    The database announces every new row on channel «analysis» as `<analysis>:<number>`, at commit (migration).
    """

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    what = models.CharField(max_length=10, choices=Did.choices)
    piece = models.CharField(max_length=12, choices=Piece.choices)
    part_id = models.BigIntegerField()
    part_version = models.PositiveIntegerField()
    field = models.CharField(max_length=20, blank=True)
    op = models.UUIDField(null=True, blank=True)
    removed = models.JSONField(default=dict, blank=True)
    undoes = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="undone_by"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["analysis", "number"], name="step_number_once"),
            models.UniqueConstraint(fields=["analysis", "op"], name="step_op_once"),
            models.UniqueConstraint(fields=["undoes"], name="step_undone_once"),
            models.CheckConstraint(condition=Q(what__in=Did.values), name="step_known_what"),
            models.CheckConstraint(condition=Q(piece__in=Piece.values), name="step_known_piece"),
        ]
        indexes = [models.Index(fields=["analysis", "by", "-number"], name="step_of_person")]

    def __str__(self) -> str:
        return f"{self.analysis_id}:{self.number} {self.what} {self.piece}-{self.part_id}"


MOST_OPS = 200
"""How many saves a conflict remembers: a browser sends again only what was under way, a few at most."""


class Conflict(models.Model):
    """Words that could not be put together with those of another. They stay here until their author chose.

    `base_version` and `theirs_version` are versions of the piece: on which the words were based, and with which the
    author saw them compared. `ops` are the last saves that are in `mine`, the newest last, `MOST_OPS` at most.
    """

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="conflicts")
    piece = models.CharField(max_length=12, choices=Piece.choices)
    part_id = models.BigIntegerField()
    field = models.CharField(max_length=20)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    base_version = models.PositiveIntegerField()
    theirs_version = models.PositiveIntegerField()
    mine = models.TextField("jouw woorden")
    ops = ArrayField(models.UUIDField(), default=list)
    made_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["analysis", "piece", "part_id", "field", "author"],
                condition=Q(settled_at=None),
                name="conflict_open_once",
            ),
            models.CheckConstraint(condition=Q(piece__in=Piece.values), name="conflict_known_piece"),
            models.CheckConstraint(condition=Q(ops__len__lte=MOST_OPS), name="conflict_few_ops"),
        ]

    def __str__(self) -> str:
        return f"{self.analysis_id}: {self.piece}-{self.part_id} {self.field}"
