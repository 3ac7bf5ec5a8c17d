"""What this room adds to the site: the lists of Vandaag that are about whole cases."""

from .lists import add_list
from .queries import given, out_of_sight, unowned

ROW = "cases/today/case_row.html"


def setup() -> None:
    """Called once, when the app starts."""
    add_list(
        "uit-beeld", "Uit beeld", "steering.change", out_of_sight, "cases/today/untouched_row.html", place=60,
        about="Hier schreef vier weken niemand iets op. Bel even hoe het gaat.",
        empty="In elke casus met een procesregisseur is de laatste vier weken iets opgeschreven.",
    )  # fmt: skip
    add_list(
        "zonder-regie", "Nog van niemand", "steering.change", unowned, "cases/today/unowned_row.html", place=44,
        about="Lopende casussen zonder procesregisseur. Neem je er een, dan komt de rest vanzelf hier te staan.",
    )  # fmt: skip
    add_list(
        "jouw-casussen", "Jouw casussen", "case.list", given, ROW, place=35,
    )  # fmt: skip
