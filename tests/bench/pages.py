"""The list of cases, and paper."""

from collections.abc import Iterator
from io import BytesIO

import pypdf
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.casefile.listing import Asked, options_for, page_of
from expertteam.access.person import Person
from monitor.figures import figures_of
from monitor.yearbook.presentation import chapters_of
from monitor.yearbook.tasks import as_pdf
from monitor.yearbook.workbook import year_workbook

from .data import YEAR, fill, somebody, undone
from .lines import Line, both, quickest
from .sizes import Sizes


def lists(sizes: Sizes) -> Iterator[Line]:
    """A page of the list and a search in it, in a large team against a small one."""
    few, many = sizes.cases
    with undone():
        small, large = somebody("klein"), somebody("groot")
        fill(small, few)
        fill(large, many)
        grown = {"casussen": [few, many]}
        for name, asked in (
            ("lijst van casussen", Asked()),
            ("zoeken in de lijst", Asked(term="pot b", sort="")),
        ):
            times = [quickest(lambda by=by, a=asked: page_of(by, a), sizes.repeats) for by in (small, large)]
            yield from both(name, *times, f"een team met {few} casussen", grown)
        counts = [queries(by) for by in (small, large)]
        yield Line("vragen voor de lijst", counts[1], "vragen", f"{counts[0]} bij {few} casussen", grown)


def queries(by: Person) -> int:
    with CaptureQueriesContext(connection) as asked:
        page_of(by, Asked())
        options_for(by)
    return len(asked)


def papers(sizes: Sizes) -> Iterator[Line]:
    """A page of the monitor as PDF, against the whole of the same year as a workbook."""
    with undone():
        by = somebody("papier")
        fill(by, sizes.cases[0])
        this, last = figures_of(by.team, YEAR)
        context = {"team": by.team, "this": this, "last": last, "chapters": chapters_of(this, last)}
        count = len(pypdf.PdfReader(BytesIO(as_pdf(context))).pages)
        grown = {"bladzijden": count, "casussen": sizes.cases[0]}
        workbook = quickest(lambda: year_workbook(context), sizes.repeats)
        page = quickest(lambda: as_pdf(context), min(sizes.repeats, 2)) / count
        yield from both("bladzijde van de monitor", workbook, page, "de hele werkmap van dat jaar", grown)
