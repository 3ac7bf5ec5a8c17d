"""What this room adds to the site."""

from cases.casefile.history_sources import Source, add_source, of_case
from cases.casefile.tabs import add_tab

from .models import Participant, YoungPerson


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Mensen", "cases:people", "case.read", place=30)
    add_source(Source(YoungPerson, lambda case: {"id": case.young_person_id}))
    add_source(
        Source(
            Participant, of_case, "zette ‘{title}’ bij de mensen", "bij ‘{title}’",
            "haalde ‘{title}’ bij de mensen weg", title_field="name",
        )
    )  # fmt: skip
