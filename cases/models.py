"""Table of contents: the models of the rooms of this app."""

from .casefile.models import Case, CaseGrant, CaseNumberCounter, ConflictOfInterest
from .choices.models import Choice
from .consent.models import Consent, ConsentParty, OtherBasis
from .documents.models import Document, DocumentPiece
from .followup.models import Closure, EarlierCaseUse, FollowUp, Opinion, Reopening
from .hours.models import DismissedProposal, HourEntry
from .intake.models import Consultation, Referral, ReferralDraft
from .meetings.models import AgendaItem, Attendee, Guest, Meeting
from .meetings.talk_models import AgreedAction, CaseMinutes, CheckOut, Presence, TalkStep
from .outside.models import OutsideLink
from .people.models import Participant, SecretContact, SpokenFor, YoungPerson
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
from .process.journal_models import JournalDraft, JournalEntry
from .process.models import CoreMember, Course, ProcessStep, TeamStep
from .process.thread_models import GoingUp, HandOver
from .providers.models import Place, Provider, RefusalTally
from .retention.models import (
    CaseFingerprint,
    Destruction,
    RetentionHold,
    RetentionPolicy,
    RetentionRelease,
    RetentionWarning,
)
from .search.models import SearchEntry
from .steering.models import Action, ActionAnswer, ActionReminder, MailDay, ReminderSettings
from .timeline.models import TimelineEvent, TimelinePoster

__all__ = [
    "AgendaItem",
    "AgreedAction",
    "Attendee",
    "CaseMinutes",
    "CheckOut",
    "ConflictOfInterest",
    "Guest",
    "Meeting",
    "Presence",
    "TalkStep",
    "Action",
    "ActionAnswer",
    "ActionReminder",
    "MailDay",
    "OutsideLink",
    "ReminderSettings",
    "AdviceExplanation",
    "BindingAdvice",
    "Case",
    "CaseGrant",
    "CaseNumberCounter",
    "Choice",
    "Closure",
    "Consent",
    "ConsentParty",
    "Consultation",
    "CoreMember",
    "Course",
    "Dilemma",
    "DilemmaOption",
    "DilemmaParty",
    "DismissedProposal",
    "Document",
    "DocumentPiece",
    "EarlierCaseUse",
    "FollowUp",
    "FuturePlan",
    "FuturePlanStep",
    "GoingUp",
    "HandOver",
    "HourEntry",
    "JournalDraft",
    "JournalEntry",
    "Opinion",
    "OtherBasis",
    "Participant",
    "Place",
    "ProcessStep",
    "Provider",
    "Referral",
    "ReferralDraft",
    "RefusalTally",
    "Reopening",
    "CaseFingerprint",
    "Destruction",
    "RetentionHold",
    "RetentionPolicy",
    "RetentionRelease",
    "RetentionWarning",
    "SearchEntry",
    "SecretContact",
    "SolutionFund",
    "SpokenFor",
    "TailoredSolution",
    "TeamStep",
    "TimelineEvent",
    "TimelinePoster",
    "YoungPerson",
]
