"""What a case file holds once it was read: codes instead of labels, dates instead of text. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from expertteam.ui.dates import VagueDate


@dataclass(frozen=True)
class FileYoungPerson:
    """Who the case is about. `gender` is a code or empty."""

    first_name: str
    last_name: str
    birth_date: date
    gender: str = ""


@dataclass(frozen=True)
class FileParticipant:
    """Somebody around the young person."""

    name: str
    role: str
    parental_authority: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class FileEvent:
    """Something on the timeline; `ends` is never before `starts`."""

    kind: str
    starts: VagueDate
    ends: VagueDate | None
    text: str
    provider: str = ""
    result: str = ""
    mark: str = ""


@dataclass(frozen=True)
class FileElement:
    """An element; `key` is what links and advice of the file call it."""

    key: str
    kind: str
    domain: str
    source: str
    said_by: str
    text: str


@dataclass(frozen=True)
class FileLink:
    """A link between two keys."""

    source: str
    target: str
    kind: str


@dataclass(frozen=True)
class FileExplanation:
    """An explanation with how certain it is."""

    text: str
    certainty: str = "hypothese"
    test: str = ""


@dataclass(frozen=True)
class FileVerdict:
    """What somebody said of the analysis; `participant` is their place in the list of participants."""

    participant: int
    verdict: str
    words: str = ""
    answered_on: date | None = None


@dataclass(frozen=True)
class FileAdvice:
    """An advice hanging on keys of elements."""

    text: str
    life_area: str
    owner_name: str = ""
    variant: str = ""
    elements: tuple[str, ...] = ()


@dataclass(frozen=True)
class FileAction:
    """An agreement."""

    text: str
    owner_name: str
    due_on: date | None = None
    status: str = "open"
    result: str = ""


@dataclass(frozen=True)
class CaseFile:
    """A whole case. `case`, `referral` and `care` hold values by the name of the field of their model."""

    young_person: FileYoungPerson
    case: Mapping[str, Any] = field(default_factory=dict)
    referral: Mapping[str, Any] = field(default_factory=dict)
    participants: tuple[FileParticipant, ...] = ()
    timeline: tuple[FileEvent, ...] = ()
    elements: tuple[FileElement, ...] = ()
    links: tuple[FileLink, ...] = ()
    explanations: tuple[FileExplanation, ...] = ()
    care: Mapping[str, Any] = field(default_factory=dict)
    verdicts: tuple[FileVerdict, ...] = ()
    advices: tuple[FileAdvice, ...] = ()
    actions: tuple[FileAction, ...] = ()
