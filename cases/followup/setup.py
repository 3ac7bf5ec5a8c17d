"""What this room adds to the site."""

from cases.casefile.history_sources import Source, add_source, of_case
from cases.casefile.tabs import add_tab

from .models import Closure


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Afsluiting", "cases:closure", "case.read", place=90)
    add_source(Source(Closure, of_case, changed="bij de afsluiting"))
