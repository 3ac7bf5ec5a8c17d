"""Table of contents: the models of the rooms of this app."""

from .casefile.models import Case, CaseGrant, CaseNumberCounter
from .choices.models import Choice
from .followup.models import Closure
from .intake.models import Consultation, Referral, ReferralDraft
from .people.models import Participant, YoungPerson
from .steering.models import Action
from .timeline.models import TimelineEvent

__all__ = [
    "Action",
    "Case",
    "CaseGrant",
    "CaseNumberCounter",
    "Choice",
    "Closure",
    "Consultation",
    "Participant",
    "Referral",
    "ReferralDraft",
    "TimelineEvent",
    "YoungPerson",
]
