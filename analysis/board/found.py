"""Which texts of an analysis can be found, by who may read it."""

from typing import Any

from analysis.matching.models import Attempt, Candidate
from analysis.sharing.models import Endorsement
from cases.search.sources import SearchSource

from .models import Advice, Dissent, Element, Explanation


def on_board(kind: str, label: str, model: Any, **fields: Any) -> SearchSource:
    """Texts that stand on the board, each at its own piece."""
    page = {"url_name": "analysis:board", "anchor": f"{kind}-{{id}}"}
    given = {"texts": ("text",), "through": "analysis", "rule": "analysis.read", **page, **fields}
    return SearchSource(kind=kind, label=label, model=model, **given)


def in_search_for_a_place(kind: str, model: Any, **fields: Any) -> SearchSource:
    return SearchSource(
        kind=kind,
        label="Plek zoeken",
        model=model,
        rule="matching.read",
        url_name="analysis:matching",
        **fields,
    )


SEARCH_SOURCES = [
    on_board("kaartje", "Analyse", Element, names=("said_by",)),
    on_board("andere_kijk", "Andere kijk", Dissent, names=("said_by",), anchor="kijk-{id}"),
    on_board("verklaring", "Verklaring", Explanation, texts=("text", "test")),
    on_board("advies", "Advies", Advice, names=("owner_name",)),
    on_board(
        "oordeel", "Gedeeld", Endorsement, names=("helper",), texts=("words", "statement"),
        url_name="analysis:shared", anchor="",
    ),
    in_search_for_a_place("plek_waarom", Candidate, texts=("why",)),
    in_search_for_a_place("plek", Attempt, names=("contact",), texts=("question", "words", "how")),
]  # fmt: skip
