"""What this room adds to the site."""

from cases.casefile.tabs import add_tab


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Versies", "analysis:versions", "analysis.read", place=20, under="analysis:board")
