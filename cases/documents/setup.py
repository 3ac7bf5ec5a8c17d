"""What this room adds to the site."""

from typing import Any

from cases.casefile.history_sources import Source, add_source, of_case
from cases.casefile.tabs import add_tab
from cases.search.sources import SearchSource, add_search_source

from .models import Document


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Documenten", "cases:documents", "document.read", place=55)
    add_source(
        Source(
            Document, of_case, "voegde {title} toe", "bij {title}", titles=titles, rule="document.read",
            untold=frozenset({"fingerprint", "size", "file_type", "uploaded_by", "uploaded_at", "dated_precision"}),
        )
    )  # fmt: skip
    add_search_source(
        SearchSource(
            kind="document",
            label="Document",
            model=Document,
            names=("from_whom",),
            texts=("title", "note"),
            codes=("kind",),
            rule="document.read",
            url_name="cases:documents",
            anchor="document-{id}",
        )
    )


def titles(rows: list[Any]) -> dict[int, str]:
    """How the history calls a document: by its number, for its name goes when it goes."""
    named = {row.history_id: f" ‘{row.title}’" if row.title else "" for row in rows}
    return {row.history_id: f"document {row.number}{named[row.history_id]}" for row in rows}
