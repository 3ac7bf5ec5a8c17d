"""What can be found of the rooms of this app; a room that comes later adds its own in its `setup`."""

from cases.followup.models import FollowUp, Opinion
from cases.intake.models import Referral
from cases.people.models import Participant
from cases.plans.models import (
    AdviceExplanation,
    BindingAdvice,
    Dilemma,
    DilemmaOption,
    DilemmaParty,
    FuturePlan,
    FuturePlanStep,
    TailoredSolution,
)
from cases.process.thread_models import GoingUp
from cases.steering.models import Action, ActionAnswer
from cases.timeline.models import TimelineEvent

from .sources import SearchSource

SOURCES = [
    SearchSource(
        kind="mensen", label="Mensen", model=Participant, names=("name", "organisation"), codes=("role",),
        rule="case.read", url_name="cases:people", named=True,
    ),
    SearchSource(
        kind="aanmelding", label="Aanmelding", model=Referral, names=("referrer_name", "referrer_organisation"),
        texts=("question_line", "voice_young_person", "voice_parents", "voice_referrer", "tried_before"),
        rule="case.read", url_name="cases:referral",
    ),
    SearchSource(
        kind="tijdlijn", label="Tijdlijn", model=TimelineEvent, names=("provider", "present"),
        texts=("text", "goal", "result"), codes=("kind", "mark"), rule="case.read", url_name="cases:timeline",
        anchor="gebeurtenis-{id}",
    ),
    SearchSource(
        kind="actie", label="Actie", model=Action, names=("owner_name", "owner_organisation"),
        texts=("text", "result"), rule="case.read", url_name="cases:actions", anchor="actie-{id}",
    ),
    SearchSource(
        kind="antwoord", label="Actie", model=ActionAnswer, through="action", texts=("text",), rule="case.read",
        url_name="cases:actions",
    ),
    SearchSource(
        kind="hogerop", label="Hogerop", model=GoingUp, names=("contact",),
        texts=("question", "summary", "answer", "outcome"), rule="going_up.read", url_name="cases:process",
    ),
    SearchSource(
        kind="maatwerk", label="Plannen", model=TailoredSolution, names=("maker", "rule_lifter"),
        texts=("wish", "worked_before", "rule", "way_back"), rule="plans.read", url_name="cases:plans",
    ),
    SearchSource(
        kind="toekomstplan", label="Plannen", model=FuturePlan, texts=("wish", "staying"), rule="plans.read",
        url_name="cases:future_plan",
    ),
    SearchSource(
        kind="toekomststap", label="Plannen", model=FuturePlanStep, through="plan", names=("owner_name",),
        texts=("text", "result"), rule="plans.read", url_name="cases:future_plan",
    ),
    SearchSource(
        kind="dilemma", label="Plannen", model=Dilemma, texts=("question", "choice", "why", "looked_back"),
        rule="plans.read", url_name="cases:plans",
    ),
    SearchSource(
        kind="dilemma_wie", label="Plannen", model=DilemmaParty, through="dilemma", names=("name",), texts=("values",),
        rule="plans.read", url_name="cases:plans",
    ),
    SearchSource(
        kind="dilemma_weg", label="Plannen", model=DilemmaOption, through="dilemma",
        texts=("text", "speaks_for", "speaks_against"), rule="plans.read", url_name="cases:plans",
    ),
    SearchSource(
        kind="uitleg", label="Plannen", model=AdviceExplanation, names=("asked_by",), texts=("text",),
        rule="plans.read", url_name="cases:plans",
    ),
    SearchSource(
        kind="bindend", label="Plannen", model=BindingAdvice, names=("agreed_with",), texts=("note",),
        rule="plans.read", url_name="cases:plans",
    ),
    SearchSource(
        kind="opvolging", label="Opvolging", model=FollowUp, names=("told_by",), texts=("how_now", "why_not"),
        rule="case.read", url_name="cases:followups",
    ),
    SearchSource(
        kind="mening", label="Tevredenheid", model=Opinion, names=("name",), texts=("helped", "better"),
        rule="case.read", url_name="cases:opinions",
    ),
]  # fmt: skip
