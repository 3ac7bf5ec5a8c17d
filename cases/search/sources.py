"""What can be found: every room and every app says which of its texts, when it starts.

    from cases.search.sources import SearchSource, add_search_source

    def setup() -> None:
        add_search_source(SearchSource(
            kind="tijdlijn",                       # stored, stays; one per model
            label="Tijdlijn",                      # what a person sees with a hit
            model=TimelineEvent,
            texts=("text", "provider", "result"),  # fields with free text: Dutch words, stems, accents aside
            names=(),                              # fields with names: found letter by letter
            codes=("mark",),                       # coded fields: their code, `_` read as a space
            rule="case.read",                      # the right one needs to find it
            url_name="cases:timeline",             # page of the case it stands on; gets the case number
        ))

From then on the database keeps it up to date by itself, whoever writes (an action, an import, SQL), and takes it away
with the row or the case. `manage.py migrate` puts the trigger on the table and reads what is there already; after a
change of a source run it again (`following.py`). Nothing else is needed.

The model must have a field `case`, or say with `through` how its case is found: `through="analysis"` for a model whose
`analysis` has a `case`. With `named=True` what is found stands among the names: shown first, in suggestions too.
Never name a field that may be secret (addresses, telephone numbers) or heavy.
"""

from dataclasses import dataclass

from django.db import models


@dataclass(frozen=True)
class SearchSource:
    """Texts of one model that can be found; see the docstring of the module."""

    kind: str
    label: str
    model: type[models.Model]
    rule: str
    url_name: str
    texts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    through: str = ""
    named: bool = False
    anchor: str = ""

    @property
    def trigger(self) -> str:
        """Name of its trigger in the database."""
        return f"search_{self.kind}"

    @property
    def columns(self) -> list[str]:
        """Columns of the table that are read."""
        fields = (*self.names, *self.texts, *self.codes, self.through or "case")
        return [str(self.model._meta.get_field(name).column) for name in fields]  # type: ignore[union-attr]


_sources: dict[str, SearchSource] = {}


def add_search_source(source: SearchSource) -> None:
    """Add texts that can be found. A kind named twice, or a field that does not exist, is a programming error."""
    if source.kind in _sources:
        raise ValueError(f"search source {source.kind} is added twice")
    _sources[source.kind] = source


def search_sources() -> dict[str, SearchSource]:
    """Kind → source, in the order in which they were added."""
    return _sources
