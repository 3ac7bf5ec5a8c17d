"""What has to be arranged before somebody turns 18, and when: pure.

The areas are those of a toekomstplan in `domain.md`, «Advies»: living, school or work, money, network, help after 18
with a hand-over to Wlz or Wmo, and who stays. The months are counted back from the eighteenth birthday; the
plan itself begins at 16½.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from expertteam.ui.dates import months_after

BEGINS_AT = 16 * 12 + 6
GROWN_UP_AT = 18 * 12
AT_LEAST = timedelta(days=14)


@dataclass(frozen=True)
class TemplateStep:
    """A step of every plan: a code of question `toekomst_gebied`, and how many months before the birthday."""

    months_before: int
    area: str
    text: str


STEPS = (
    TemplateStep(15, "netwerk", "Wie staan er omheen? Teken samen het netwerk en kies één vaste steun."),
    TemplateStep(12, "wonen", "Waar wonen na 18? Zoek twee plekken die kunnen, en schrijf je in."),
    TemplateStep(12, "school_werk", "Welke opleiding of welk werk past na 18, en wie helpt daarbij?"),
    TemplateStep(9, "hulp_na_18", "Welke hulp is na 18 nodig? Bespreek of jeugdhulp door kan lopen."),
    TemplateStep(6, "overdracht", "Vraag Wlz (bij het CIZ) of Wmo (bij de gemeente) aan, als dat nodig is."),
    TemplateStep(
        6, "geld", "Regel een rekening, DigiD, zorgverzekering en toeslagen. Wie helpt mee met geld?"
    ),
    TemplateStep(3, "overdracht", "Laat de nieuwe hulpverlener kennismaken, samen met wie weggaat."),
    TemplateStep(3, "wie_blijft", "Spreek af wie blijft, en wie ook na de verjaardag gebeld mag worden."),
)


@dataclass(frozen=True)
class Window:
    """Birth dates of who should have a plan on some day: after `grown_up`, on or before `old_enough`."""

    grown_up: date
    old_enough: date

    def holds(self, birth: date) -> bool:
        """Whether somebody born then is 16½ or older, and not yet 18."""
        return self.grown_up < birth <= self.old_enough


def window(day: date) -> Window:
    """Who should have a plan on this day."""
    return Window(months_after(day, -GROWN_UP_AT), months_after(day, -BEGINS_AT))


def eighteenth(birth: date) -> date:
    """The eighteenth birthday; 28 February for who was born on the 29th, so that nothing comes too late."""
    return months_after(birth, GROWN_UP_AT)


def due(step: TemplateStep, birth: date, start: date) -> date:
    """When a step has to be ready: so long before the birthday, but never sooner than two weeks from the start."""
    return max(months_after(eighteenth(birth), -step.months_before), start + AT_LEAST)
