"""The shared explanatory analysis: a row and a version number for every piece, so that people can work side by side."""

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from cases.casefile.models import Case
from cases.choices.fields import CodeField, CodeListField
from expertteam.audit.records import OftenWritten
from expertteam.connections.written_often import AddedOften


class Analysis(models.Model):
    """One analysis per case. `version` counts every change to any part of it."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="analysis")
    version = models.PositiveIntegerField(default=0)
    harmful_care = CodeListField(verbose_name="schadelijke zorg", question="schadelijke_zorg")
    positive_pattern = CodeListField(verbose_name="positief patroon", question="positief_patroon")
    profile = CodeField("profiel", question="profiel")
    climate = CodeListField(verbose_name="klimaat", question="klimaat")
    care_version = models.PositiveIntegerField(
        default=0, help_text="Telt wijzigingen van de vier antwoorden hierboven"
    )
    changed_at = models.DateTimeField(null=True, blank=True)
    arranged = models.JSONField(
        default=dict, blank=True, editable=False,
        help_text="Waar de kaartjes in het beeld staan, en bij hoeveel verbanden dat is bepaald (`arranging.py`)",
    )  # fmt: skip

    history = HistoricalRecords(
        bases=[AddedOften],
        history_manager=OftenWritten,
        excluded_fields=["version", "care_version", "changed_at", "arranged"],
    )

    def __str__(self) -> str:
        return f"analyse {self.case_id}"


class Part(models.Model):
    """What every piece of an analysis has: a place in the order and a version number of its own.

    `form_token` comes from the form that made it: the same form sent twice makes one piece.
    """

    position = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    form_token = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True


class Element(Part):
    """A card: what people see, where it began, what set it off, what keeps it going, what protects."""

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="elements")
    kind = CodeField("soort", question="element_soort")
    domain = CodeField("domein", question="domein")
    source = CodeField("bron", question="bron")
    said_by = models.CharField("wie zegt dit", max_length=200, blank=True)
    text = models.CharField("tekst", max_length=500)

    history = HistoricalRecords(
        bases=[AddedOften], history_manager=OftenWritten, excluded_fields=["form_token"]
    )

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(kind="") & ~Q(domain=""), name="element_filled"
            ),
            models.UniqueConstraint(fields=["analysis", "form_token"], name="element_token_once"),
        ]

    def __str__(self) -> str:
        return self.text


class Link(Part):
    """One element does something to another. The database also refuses `helpt` towards a problem (migration)."""

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="links")
    source = models.ForeignKey(Element, on_delete=models.CASCADE, related_name="outgoing")
    target = models.ForeignKey(Element, on_delete=models.CASCADE, related_name="incoming")
    kind = CodeField("soort", question="link_soort")

    history = HistoricalRecords(
        bases=[AddedOften], history_manager=OftenWritten, excluded_fields=["form_token"]
    )

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["source", "target"], name="link_once_per_pair"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="link_not_to_itself"),
            models.CheckConstraint(condition=~Q(kind=""), name="link_has_kind"),
            models.UniqueConstraint(fields=["analysis", "form_token"], name="link_token_once"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.kind} {self.target_id}"


class Explanation(Part):
    """Why it stays as it is, in plain words; a hypothesis until tested."""

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="explanations")
    text = models.TextField("verklaring", max_length=5000)
    certainty = CodeField("zekerheid", question="zekerheid")
    test = models.CharField("wat zou dit toetsen", max_length=500, blank=True)

    history = HistoricalRecords(
        bases=[AddedOften], history_manager=OftenWritten, excluded_fields=["form_token"]
    )

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text="") & ~Q(certainty=""), name="explanation_filled"),
            models.UniqueConstraint(fields=["analysis", "form_token"], name="explanation_token_once"),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Advice(Part):
    """One advice, in order, hanging on the elements it works on."""

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="advices")
    text = models.CharField("advies", max_length=1000)
    life_area = CodeField("leefgebied", question="leefgebied")
    owner_name = models.CharField("wie pakt dit op", max_length=200, blank=True)
    variant = models.CharField("versie", max_length=1, blank=True, choices=[(c, c) for c in "ABC"])
    elements = models.ManyToManyField(Element, related_name="advices", blank=True, verbose_name="hangt aan")

    history = HistoricalRecords(
        bases=[AddedOften],
        history_manager=OftenWritten,
        m2m_fields=[elements],
        excluded_fields=["form_token"],
    )

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text="") & ~Q(life_area=""), name="advice_filled"),
            models.UniqueConstraint(fields=["analysis", "form_token"], name="advice_token_once"),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Dissent(Part):
    """Somebody sees an explanation differently, by name and in their words. It says nothing of who is right."""

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="dissents")
    explanation = models.ForeignKey(Explanation, on_delete=models.CASCADE, related_name="dissents")
    said_by = models.CharField("wie ziet het anders", max_length=200)
    text = models.CharField("hoe dan", max_length=1000)

    history = HistoricalRecords(
        bases=[AddedOften], history_manager=OftenWritten, excluded_fields=["form_token"]
    )

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text="") & ~Q(said_by=""), name="dissent_filled"),
            models.UniqueConstraint(fields=["analysis", "form_token"], name="dissent_token_once"),
        ]

    def __str__(self) -> str:
        return f"{self.said_by}: {self.text[:60]}"
