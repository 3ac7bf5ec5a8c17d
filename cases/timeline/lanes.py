"""The lanes of the timeline: one per area of life. Pure."""

LANES = {
    "gezin": "Gezin",
    "wonen": "Wonen",
    "school": "School",
    "hulp": "Hulp",
    "maatregelen": "Maatregelen",
}
LANE_OF = {
    "levensgebeurtenis": "gezin",
    "verhuizing": "wonen",
    "verblijf": "wonen",
    "school": "school",
    "hulp": "hulp",
    "maatregel": "maatregelen",
}


def lane_of(kind: str) -> str:
    """The lane of a kind of event; what has no kind stands with the family."""
    return LANE_OF.get(kind, "gezin")
