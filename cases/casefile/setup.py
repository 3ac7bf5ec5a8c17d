"""What this room adds to the site."""

from .history_sources import Source, add_source
from .models import Case
from .tabs import add_tab


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Overzicht", "cases:case", "case.read", place=10)
    add_tab("Logboek", "cases:history", "case.read", place=99, first="Wat er veranderde")
    add_tab("Wie er keek", "cases:log", "case.log", place=10, under="cases:history")
    add_source(Source(Case, lambda case: {"id": case.pk}, created="schreef de casus in"))
