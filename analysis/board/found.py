"""Which texts of an analysis can be found, by who may read it."""

from analysis.matching.models import Attempt, Candidate
from analysis.sharing.models import Endorsement
from cases.search.sources import SearchSource

from .models import Advice, Dissent, Element, Explanation

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
        anchor="kaartje-{id}",
    ),
    SearchSource(
        kind="andere_kijk",
        label="Andere kijk",
        model=Dissent,
        through="analysis",
        names=("said_by",),
        texts=("text",),
        rule=RULE,
        url_name=PAGE,
        anchor="kijk-{id}",
    ),
    SearchSource(
        kind="verklaring",
        label="Verklaring",
        model=Explanation,
        through="analysis",
        texts=("text", "test"),
        rule=RULE,
        url_name=PAGE,
        anchor="verklaring-{id}",
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
        anchor="advies-{id}",
    ),
    SearchSource(
        kind="oordeel",
        label="Gedeeld",
        model=Endorsement,
        through="analysis",
        texts=("words",),
        rule=RULE,
        url_name="analysis:shared",
    ),
    SearchSource(
        kind="plek_waarom",
        label="Plek zoeken",
        model=Candidate,
        texts=("why",),
        rule="matching.read",
        url_name="analysis:matching",
    ),
    SearchSource(
        kind="plek",
        label="Plek zoeken",
        model=Attempt,
        names=("contact",),
        texts=("question", "words", "how"),
        rule="matching.read",
        url_name="analysis:matching",
    ),
]
