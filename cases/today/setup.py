"""What this room adds to the site: the lists of Vandaag that are about whole cases."""

from .lists import add_list
from .queries import given, unowned, untouched

ROW = "cases/today/case_row.html"


def setup() -> None:
    """Called once, when the app starts."""
    add_list(
        "uit-beeld", "Uit beeld", "steering.change", untouched, "cases/today/untouched_row.html", place=60,
        about="Hier schreef vier weken niemand iets op. Bel even hoe het gaat.",
        empty="In elke lopende casus is de laatste vier weken iets opgeschreven.",
    )  # fmt: skip
    add_list(
        "zonder-regie", "Nog van niemand", "steering.change", unowned, "cases/today/unowned_row.html", place=62,
        about="Lopende casussen zonder procesregisseur.",
    )  # fmt: skip
    add_list(
        "jouw-casussen", "Jouw casussen", "case.list", given, ROW, place=35,
    )  # fmt: skip
