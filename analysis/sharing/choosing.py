"""Choosing before whom to put a version, and how: everybody in order, the next ones ticked already."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.conf import settings

from .models import Asking, Way
from .progress import Progress, Row
from .queries import Answer

WAYS = [
    (Way.MAIL.value, "Link per mail"),
    (Way.LETTER.value, "Brief met een link"),
    (Way.PAPER.value, "Op papier"),
]


@dataclass(frozen=True)
class Choice:
    """Somebody on the list: ticked or not, how it reaches them and in which language."""

    row: Row
    ticked: bool
    way: str
    language: str

    @property
    def one(self) -> Answer:
        return self.row.one

    @property
    def has_mail(self) -> bool:
        return bool(self.one.participant and self.one.participant.email)

    @property
    def ways(self) -> list[tuple[str, str]]:
        """How it can reach them: a mail only when there is an address."""
        return [way for way in WAYS if way[0] != Way.MAIL or self.has_mail]


@dataclass(frozen=True)
class Choosing:
    """The whole list. `wrong` is what is to be put right, in Dutch."""

    choices: list[Choice]
    languages: list[tuple[str, str]]
    sent: bool

    @property
    def chosen(self) -> list[Choice]:
        return [one for one in self.choices if one.ticked]

    @property
    def wrong(self) -> str:
        return "Kies minstens één persoon." if self.sent and not self.chosen else ""

    def is_valid(self) -> bool:
        return self.sent and not self.wrong


@dataclass(frozen=True)
class Asked:
    """What came of it for one person: the code, shown once, or why it could not be done."""

    name: str
    asking: Asking | None = None
    code: str = field(default="", repr=False)
    new: bool = False
    why: str = ""


def choosing_of(progress: Progress, sent: Mapping[str, str]) -> Choosing:
    """The list as it is proposed, or as it was sent (`wie-<key>`, `hoe-<key>`, `taal-<key>`)."""
    proposed = {row.one.key for row in progress.next_up}
    languages = [(code, str(name)) for code, name in settings.LANGUAGES]
    rows = [row for row in progress.rows if row.may_ask]
    return Choosing([choice_of(row, row.one.key in proposed, sent) for row in rows], languages, bool(sent))


def choice_of(row: Row, proposed: bool, sent: Mapping[str, str]) -> Choice:
    """One line of the list; what cannot be (a mail without an address, an unknown language) becomes what can."""
    key, asking = row.one.key, row.one.asking
    ticked = f"wie-{key}" in sent if sent else proposed
    way = sent.get(f"hoe-{key}") or (asking.way if asking else Way.MAIL)
    language = sent.get(f"taal-{key}") or (asking.language if asking else "")
    if language not in dict(settings.LANGUAGES):
        language = settings.LANGUAGE_CODE
    choice = Choice(row, ticked and not row.missing, way, language)
    possible = [code for code, _ in choice.ways]
    return choice if way in possible else replace(choice, way=possible[0])
