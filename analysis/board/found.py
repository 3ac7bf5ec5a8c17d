"""Which texts of an analysis can be found, by who may read it."""

from cases.search.sources import SearchSource

from .models import Advice, Element, Explanation

RULE, PAGE = "analysis.read", "analysis:board"

SEARCH_SOURCES = [
    SearchSource(
        kind="kaartje",
        label="Analyse",
        model=Element,
        through="analysis",
        names=("said_by",),
        texts=("text",),
        rule=RULE,
        url_name=PAGE,
    ),
    SearchSource(
        kind="verklaring",
        label="Verklaring",
        model=Explanation,
        through="analysis",
        texts=("text", "test"),
        rule=RULE,
        url_name=PAGE,
    ),
    SearchSource(
        kind="advies",
        label="Advies",
        model=Advice,
        through="analysis",
        names=("owner_name",),
        texts=("text",),
        rule=RULE,
        url_name=PAGE,
    ),
]
