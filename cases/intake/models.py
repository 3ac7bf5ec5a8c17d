"""How a case came in: the referral, its drafts, the triage, and short consultations."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from cases.casefile.models import Case
from cases.choices.fields import CodeField, CodeListField
from expertteam.accounts.models import Team


class Decision(models.TextChoices):
    """What triage decided."""

    ACCEPTED = "aangenomen", "aangenomen"
    WAITING = "wacht", "wacht op informatie"
    REFERRED_ON = "doorverwezen", "doorverwezen"
    DECLINED = "afgewezen", "afgewezen"


class Referral(models.Model):
    """The aanmelding: who asks, the question in three voices, what was tried, and the situation on that day."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, primary_key=True, related_name="referral")
    referred_on = models.DateField("datum aanmelding")

    asker = CodeField("wie stelt de vraag", question="wie_stelt_de_vraag")
    referrer_name = models.CharField("naam aanmelder", max_length=200, blank=True)
    referrer_function = models.CharField("functie of relatie", max_length=200, blank=True)
    referrer_organisation = models.CharField("organisatie", max_length=200, blank=True)
    referrer_phone = models.CharField("telefoon", max_length=40, blank=True)
    referrer_email = models.EmailField("e-mailadres", blank=True)

    municipality = CodeField("gemeente", question="gemeente")
    residence = CodeField("verblijf", question="verblijf")
    education = CodeField("type onderwijs", question="type_onderwijs")
    school_problems = CodeField("problemen op school", question="problemen_op_school")
    legal_frame = CodeField("juridisch kader", question="juridisch_kader")
    transfer = CodeField("doorstroom in verblijf", question="doorstroom_verblijf")

    question_kind = CodeField("wat is de vraag", question="wat_is_de_vraag")
    question_line = models.CharField("vraag in één zin", max_length=500, blank=True)
    voice_young_person = models.TextField("de jongere zelf", max_length=5000, blank=True)
    voice_parents = models.TextField("de ouders", max_length=5000, blank=True)
    voice_referrer = models.TextField("de aanmelder", max_length=5000, blank=True)

    tried_before = models.TextField("wat is er geprobeerd", max_length=5000, blank=True)
    bottlenecks = CodeListField(verbose_name="knelpunten vooraf", question="knelpunten_vooraf")
    prior_analysis = CodeField("VA vooraf", question="va_vooraf")
    prior_analysis_by = CodeField("VA gemaakt door", question="va_gemaakt_door")
    re_referral = CodeField("heraanmelding", question="heraanmelding")

    decision = models.CharField("besluit", max_length=20, choices=Decision.choices, blank=True)
    decision_reason = models.TextField("reden", max_length=2000, blank=True)
    referred_to = models.CharField("doorverwezen naar", max_length=200, blank=True)
    decided_on = models.DateField("beslist op", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    history = HistoricalRecords()

    class Meta:
        indexes = [models.Index(fields=["referred_on"], name="referral_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(decision__in=["", *Decision.values]), name="referral_known_decision"
            ),
            models.CheckConstraint(
                condition=~Q(decision__in=[Decision.DECLINED, Decision.REFERRED_ON]) | ~Q(decision_reason=""),
                name="referral_no_needs_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"aanmelding {self.case_id}"


class Purpose(models.TextChoices):
    """What a draft is going to be."""

    REFERRAL = "aanmelding", "nieuwe aanmelding"
    CHANGE = "wijziging", "wijziging van een aanmelding"
    CONSULTATION = "consultatie", "korte consultatie"


class ReferralDraft(models.Model):
    """What somebody typed so far; only they see it. Becomes a case once, however often one clicks.

    `case` is the case whose referral is being changed, and empty for everything new.
    """

    token = models.UUIDField(primary_key=True, default=uuid.uuid4)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="referral_drafts"
    )
    purpose = models.CharField("soort", max_length=20, choices=Purpose.choices, default=Purpose.REFERRAL)
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    fields = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-saved_at"]
        indexes = [models.Index(fields=["user", "team", "-saved_at"], name="draft_by_user")]
        constraints = [
            models.CheckConstraint(
                condition=Q(case=None, purpose__in=[Purpose.REFERRAL, Purpose.CONSULTATION])
                | Q(case__isnull=False, purpose=Purpose.CHANGE),
                name="draft_of_a_change_names_its_case",
            ),
            models.UniqueConstraint(fields=["user", "case"], name="draft_once_per_case"),
        ]

    def __str__(self) -> str:
        return str(self.token)

    @property
    def title(self) -> str:
        """Whom it is about, as far as was typed."""
        name = f"{self.fields.get('first_name', '')} {self.fields.get('last_name', '')}".strip()
        return name or "Nog zonder naam"


class Consultation(models.Model):
    """A short question answered at once; counted, without personal data."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="consultations")
    asked_on = models.DateField("datum")
    asker = CodeField("wie vroeg het", question="wie_stelt_de_vraag")
    question = models.TextField("de vraag", max_length=2000)
    answer = models.TextField("het antwoord", max_length=5000)
    minutes = models.PositiveSmallIntegerField("minuten")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    form_token = models.UUIDField(unique=True, default=uuid.uuid4)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-asked_on", "-pk"]
        indexes = [models.Index(fields=["team", "asked_on"], name="consultation_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gte=1) & Q(minutes__lte=600), name="consultation_sane_minutes"
            ),
            models.CheckConstraint(condition=~Q(question="") & ~Q(answer=""), name="consultation_filled"),
        ]

    def __str__(self) -> str:
        return f"consultatie {self.asked_on}"
