"""The case itself: its number, where it stands, who has it and who may see it."""

from typing import Any, Self

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, OuterRef, Q
from django.db.models.functions import JSONObject
from django.utils import timezone
from simple_history.models import HistoricalRecords

from cases.choices.fields import CodeField
from cases.consent.database import ConsentState
from cases.people.models import YoungPerson
from expertteam.access.person import Person
from expertteam.access.rules import rule
from expertteam.accounts.models import Role, Team, User


class Phase(models.TextChoices):
    """Where a case stands."""

    TRIAGE = "triage", "te beoordelen"
    WAITING = "wacht", "wacht op informatie"
    ANALYSIS = "analyse", "analyse en plan"
    FOLLOWING = "volgen", "volgen"
    CLOSED = "afgesloten", "afgesloten"
    REFERRED_ON = "doorverwezen", "doorverwezen"
    DECLINED = "afgewezen", "afgewezen"


OPEN_PHASES = [Phase.TRIAGE, Phase.WAITING, Phase.ANALYSIS, Phase.FOLLOWING]
NOT_COUNTED_PHASES = [Phase.REFERRED_ON, Phase.DECLINED]


OPENED_ONE_BY_ONE = (Role.EXPERT, Role.CARE_ADVISOR)
"""The roles for which a case is opened to one person at a time."""


class LegalBasis(models.TextChoices):
    """On what ground the data are held (shared/domain.md, «Toestemming»)."""

    CONSENT = "toestemming", "toestemming"
    REGISTER = "overgenomen_register", "overgenomen register"


class CaseQuerySet(models.QuerySet["Case"]):
    """Speaks the field's language."""

    def visible_to(self, person: Person, rule_name: str = "case.read") -> Self:
        """The cases of the person's own team that their roles, or a grant, open for them (domain.md, «Access»).

        `rule_name`: only those in which they have this right; with two roles that can be fewer than they may read.
        """
        right = rule(rule_name)
        cases = self.filter(team=person.team)
        cases = cases.exclude(young_person__in=ConflictOfInterest.objects.young_people_closed_to(person.user))
        if person.has(*(right.roles - right.granted_only)):
            return cases
        own = Q(pk__in=CaseGrant.objects.filter(user=person.user, ended_at=None).values("case_id"))
        if person.has(Role.CARE_ADVISOR) and Role.CARE_ADVISOR in right.granted_only:
            own |= Q(matching_requested=True)
        return cases.filter(own) if person.has(*right.granted_only) else cases.none()

    def with_stakes(self) -> Self:
        """With who has a stake in each case, or in another of the same young person, in the same query."""
        open_ones = ConflictOfInterest.objects.standing().filter(case__young_person=OuterRef("young_person"))
        open_ones = open_ones.order_by("user__name")
        pairs = open_ones.values_list(JSONObject(user=F("user_id"), name=F("user__name")))
        return self.annotate(stakes=ArraySubquery(pairs))

    def taken_up(self) -> Self:
        """Not declined or referred on."""
        return self.exclude(phase__in=NOT_COUNTED_PHASES)

    def counted(self) -> Self:
        """The cases the monitor counts: taken up, and with consent for it or another legal basis (domain.md)."""
        return (
            self.taken_up()
            .alias(counts=ConsentState("monitor", timezone.localdate()))
            .filter(counts="gegeven")
        )

    def lacking_consent(self, purpose: str) -> Self:
        """The cases that were taken up and lack consent, or another basis, for this purpose today."""
        return (
            self.taken_up().alias(lacks=ConsentState(purpose, timezone.localdate())).exclude(lacks="gegeven")
        )

    def still_open(self) -> Self:
        return self.filter(phase__in=OPEN_PHASES)


class Case(models.Model):
    """One case of a team, numbered per year of referral: `2025-014`."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="cases")
    year = models.PositiveSmallIntegerField("jaar")
    sequence = models.PositiveIntegerField("volgnummer")
    number = models.CharField("casusnummer", max_length=12)
    young_person = models.ForeignKey(YoungPerson, on_delete=models.PROTECT, related_name="cases")
    phase = models.CharField("fase", max_length=20, choices=Phase.choices, default=Phase.TRIAGE)
    kind = CodeField("soort casus", question="soort_casus")
    urgency = CodeField("urgentie", question="urgentie")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        verbose_name="procesregisseur",
    )  # fmt: skip
    matching_requested = models.BooleanField("bemiddeling door de zorgadviseur gevraagd", default=False)
    earlier_case = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="later_cases",
        verbose_name="eerdere casus",
    )  # fmt: skip
    earlier_number = models.CharField("eerder casusnummer", max_length=12, blank=True)
    legal_basis = models.CharField(
        "grondslag", max_length=30, choices=LegalBasis.choices, default=LegalBasis.CONSENT
    )
    legal_basis_reason = models.CharField("toelichting op de grondslag", max_length=300, blank=True)
    source_key = models.CharField(
        max_length=64, null=True, blank=True, help_text="Kenmerk van het ingelezen bestand"
    )
    form_token = models.UUIDField(null=True, blank=True, unique=True, help_text="Vangt een dubbele klik op")
    search_text = models.TextField(blank=True, help_text="Naam en nummer, klein en zonder accenten")
    created_at = models.DateTimeField(auto_now_add=True)
    touched_at = models.DateTimeField("laatst bewerkt", auto_now=True)

    stakes: list[dict[str, Any]] | None = None  # see `with_stakes`
    rights: frozenset[str] = frozenset()  # what the gate found for who asked; nothing without the gate

    objects = CaseQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text", "touched_at"])

    class Meta:
        ordering = ["-year", "-sequence"]
        constraints = [
            models.UniqueConstraint(fields=["team", "year", "sequence"], name="case_number_once"),
            models.UniqueConstraint(fields=["team", "number"], name="case_number_text_once"),
            models.UniqueConstraint(fields=["team", "source_key"], name="case_source_once"),
            models.CheckConstraint(condition=Q(number__regex=r"^\d{4}-\d{3,}$"), name="case_number_form"),
            models.CheckConstraint(condition=Q(sequence__gte=1), name="case_sequence_from_one"),
            models.CheckConstraint(condition=Q(phase__in=Phase.values), name="case_known_phase"),
            models.CheckConstraint(condition=Q(legal_basis__in=LegalBasis.values), name="case_known_basis"),
            models.CheckConstraint(
                condition=Q(earlier_case=None) | ~Q(earlier_case=models.F("pk")), name="case_not_its_own_past"
            ),
        ]
        indexes = [
            models.Index(fields=["team", "phase"], name="case_by_phase"),
            models.Index(
                fields=["team", "earlier_number"], name="case_by_earlier", condition=~Q(earlier_number="")
            ),
            GinIndex(name="case_search", fields=["search_text"], opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_open(self) -> bool:
        return self.phase in OPEN_PHASES

    def who_has_a_stake(self) -> list[tuple[int, str]]:
        """Key and name of everybody to whom the case is closed; no query when the gate fetched the case."""
        if self.stakes is None:
            about = ConflictOfInterest.objects.about(self).order_by("user__name")
            return list(dict(about.values_list("user_id", "user__name")).items())
        return list({one["user"]: one["name"] for one in self.stakes}.items())


class CaseNumberCounter(models.Model):
    """The last number given in a team and year; locked while a number is given, so none is skipped or doubled."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "year"], name="case_counter_once")]

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"


class CaseGrant(models.Model):
    """A case given to one person by the procesregisseur; ended, never deleted."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="grants")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="case_grants")
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    granted_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    agenda_item = models.ForeignKey(
        "cases.AgendaItem", null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        help_text="Het agendapunt waarvoor de casus openging",
    )  # fmt: skip

    class Meta:
        ordering = ["granted_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "user"], condition=Q(ended_at=None), name="grant_open_once"
            )
        ]
        indexes = [models.Index(fields=["user"], name="grant_open_by_user", condition=Q(ended_at=None))]

    def __str__(self) -> str:
        return f"{self.case_id} → {self.user_id}"


class ConflictQuerySet(models.QuerySet["ConflictOfInterest"]):
    """A stake holds for the young person: for every case they have, and every case they will have."""

    def standing(self) -> Self:
        """Those that were not ended."""
        return self.filter(ended_at=None)

    def about(self, case: Case) -> Self:
        """What closes this case to somebody now, said in this case or in another of the same young person."""
        return self.standing().filter(case__young_person=case.young_person_id)

    def young_people_closed_to(self, user: User) -> Any:
        """Keys of the young people all of whose cases are closed to this person; for a subquery."""
        return self.standing().filter(user=user).values("case__young_person")


class ConflictOfInterest(models.Model):
    """Somebody of the team has a stake: every case of this young person is closed to them, whatever their roles.

    `case` is where it was said. Ended, never deleted. `reason` is read by who reads the case.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="conflicts")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="wie"
    )
    reason = models.CharField("welk belang", max_length=300)
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField(auto_now_add=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField("opgeheven op", null=True, blank=True)

    objects = ConflictQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["declared_at"])

    class Meta:
        ordering = ["declared_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "user"], condition=Q(ended_at=None), name="conflict_of_interest_open_once"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="conflict_has_reason"),
        ]
        indexes = [models.Index(fields=["user"], name="conflict_by_user", condition=Q(ended_at=None))]

    def __str__(self) -> str:
        return f"{self.user_id} niet bij {self.case_id}"
