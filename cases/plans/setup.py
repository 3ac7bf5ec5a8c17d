"""What this room adds to the site."""

from cases.casefile.header import add_warnings
from cases.casefile.history_sources import add_source
from cases.casefile.sections import add_section
from cases.casefile.tabs import add_tab
from cases.process.closing import add_open_ends
from cases.process.summary import add_part
from cases.today.lists import add_list

from .closing import open_plans
from .history import SOURCES
from .queries import ending_soon, future_to_do, to_explain, to_look_back
from .shown import in_short, section_of
from .warnings import future_warnings


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Plannen", "cases:plans", "plans.read", place=40, under="cases:process")
    add_section("cases/plans/overview.html", section_of, "plans.read", place=60)
    add_warnings(future_warnings)
    add_open_ends(open_plans, place=60)
    add_list(
        "toekomstplan", "Straks achttien", "plans.change", future_to_do, "cases/plans/future_row.html", place=55,
        about="Vanaf 16½ hoort er een toekomstplan te zijn. Hier staat wie er nog geen heeft, "
        "en welke stap binnen twee weken klaar moet zijn.",
    )  # fmt: skip
    add_list(
        "terugkijken", "Opnieuw kijken naar een keuze", "plans.change", to_look_back,
        "cases/plans/dilemma_row.html", place=56,
        about="Bij een dilemma spraken jullie af om vandaag of eerder opnieuw te kijken.",
    )  # fmt: skip
    add_list(
        "maatwerk", "Maatwerk dat afloopt", "plans.change", ending_soon, "cases/plans/solution_row.html", place=57,
        about="Nog zes weken of minder. Wat komt erna, of is de weg terug nodig?",
    )  # fmt: skip
    add_list(
        "uitleg", "Uitleg over een advies gevraagd", "plans.change", to_explain, "cases/plans/explanation_row.html",
        place=58, about="Wie een advies moet volgen, mag vragen waarom.",
    )  # fmt: skip
    add_part("De plannen", in_short, "plans.read", place=75, outside=False)
    for source in SOURCES:
        add_source(source)
