"""Table of contents: the models of the rooms of this app."""

from .board.models import Advice, Analysis, Element, Explanation, Link
from .matching.models import Attempt, Candidate
from .report.models import AdviceReport
from .sharing.models import Asking, Endorsement, PartAnswer
from .versions.models import FixedVersion, Occasion

__all__ = [
    "Advice",
    "AdviceReport",
    "Analysis",
    "Asking",
    "Attempt",
    "Candidate",
    "Element",
    "Endorsement",
    "Explanation",
    "FixedVersion",
    "Link",
    "Occasion",
    "PartAnswer",
]
