"""Table of contents: the models of the rooms of this app."""

from .board.models import Advice, Analysis, Dissent, Element, Explanation, Link
from .live.models import Conflict, Step
from .matching.models import Attempt, Candidate
from .report.models import AdviceReport
from .sharing.models import Endorsement
from .versions.models import FixedVersion, Occasion

__all__ = [
    "Advice",
    "AdviceReport",
    "Analysis",
    "Attempt",
    "Candidate",
    "Conflict",
    "Dissent",
    "Element",
    "Endorsement",
    "Explanation",
    "FixedVersion",
    "Link",
    "Occasion",
    "Step",
]
