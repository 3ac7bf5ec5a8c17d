"""What this room adds to the site."""

from cases.casefile.sections import add_section
from cases.casefile.tabs import add_tab
from cases.today.lists import add_list
from expertteam.jobs.daily import register_daily

from . import terms  # noqa: F401
from .hooks import before_destroying, forget_mails
from .overview import section_of
from .queries import going_to_be_destroyed
from .tasks import warn_and_destroy


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Bewaren", "cases:retention", "case.read", place=20, under="cases:followups")
    add_section("cases/retention/section.html", section_of, "case.read", place=3)
    add_list(
        "vernietigen", "Wordt vernietigd", "retention.hold", going_to_be_destroyed,
        "cases/retention/going_row.html", place=80,
        about="Deze dossiers gaan weg als niemand ze tegenhoudt.",
    )  # fmt: skip
    before_destroying(forget_mails)
    register_daily("bewaren", "Waarschuwen en vernietigen na de bewaartermijn", warn_and_destroy, hour=3)
