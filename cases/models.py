"""Table of contents: the models of the rooms of this app."""

from .casefile.models import Case, CaseGrant, CaseNumberCounter
from .choices.models import Choice
from .documents.models import Document, DocumentPiece
from .followup.models import Closure, EarlierCaseUse, FollowUp, Opinion, Reopening
from .intake.models import Consultation, Referral, ReferralDraft
from .people.models import Participant, SecretContact, SpokenFor, YoungPerson
from .providers.models import Place, Provider, RefusalTally
from .search.models import SearchEntry
from .plans.models import (
    AdviceExplanation,
    BindingAdvice,
    Dilemma,
    DilemmaOption,
    DilemmaParty,
    FuturePlan,
    FuturePlanStep,
    SolutionFund,
    TailoredSolution,
)
from .steering.models import Action
from .timeline.models import TimelineEvent

__all__ = [
    "Action",
    "AdviceExplanation",
    "BindingAdvice",
    "Case",
    "CaseGrant",
    "CaseNumberCounter",
    "Choice",
    "Closure",
    "Consultation",
    "Dilemma",
    "DilemmaOption",
    "DilemmaParty",
    "Document",
    "DocumentPiece",
    "EarlierCaseUse",
    "FollowUp",
    "FuturePlan",
    "FuturePlanStep",
    "Opinion",
    "Participant",
    "Place",
    "Provider",
    "Referral",
    "ReferralDraft",
    "RefusalTally",
    "Reopening",
    "SearchEntry",
    "SolutionFund",
    "TailoredSolution",
    "SecretContact",
    "SpokenFor",
    "TimelineEvent",
    "YoungPerson",
]
