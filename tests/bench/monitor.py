"""The figures of a year, and a register that comes in."""

from collections.abc import Iterator
from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.choices.queries import forget
from expertteam.access.person import Person
from monitor.figures import as_published, figures_of
from monitor.indicators import INDICATORS
from monitor.register.actions import take_over
from monitor.register.queries import read
from monitor.statements import counting_statement
from tests.monitor.registers import register_of

from .data import YEAR, fill, somebody, undone
from .lines import Line, both, quickest
from .sizes import Sizes

BOUNDS = {
    "not_counted": ["x"],
    "today": date(YEAR, 12, 31),
    "first": date(YEAR, 1, 1),
    "last": date(YEAR, 12, 31),
}


def figures(sizes: Sizes) -> Iterator[Line]:
    """A year of many cases against one of few, the questions it takes, and one statement against one an indicator."""
    few, many = sizes.cases
    with undone():
        small, large = somebody("klein"), somebody("groot")
        fill(small, few)
        fill(large, many)
        times = [quickest(lambda by=by: figures_of(by.team, YEAR), sizes.repeats) for by in (small, large)]
        grown = {"casussen": [few, many], "indicatoren": len(INDICATORS)}
        yield from both("cijfers van een jaar", times[0], times[1], f"een jaar van {few} casussen", grown)
        asked = [queries(by) for by in (small, large)]
        yield Line(
            "vragen voor de cijfers van een jaar",
            asked[1],
            "vragen",
            f"{asked[0]} bij {few} casussen, hoogstens 3",
            grown,
        )
        together = quickest(lambda: count(large, [counting_statement()]), sizes.repeats)
        each = quickest(lambda: count(large, [counting_statement([i]) for i in INDICATORS]), sizes.repeats)
        yield Line(
            "een opdracht per indicator",
            round(each / together, 2),
            "keer",
            "alle indicatoren in één opdracht",
            grown,
        )


def queries(by: Person) -> int:
    forget()
    with CaptureQueriesContext(connection) as asked:
        as_published(figures_of(by.team, YEAR)[0])
    return len(asked)


def count(by: Person, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement, {**BOUNDS, "team": by.team.pk})
            cursor.fetchall()


def registers(sizes: Sizes) -> Iterator[Line]:
    """Reading and writing a large register, per row, against a small one."""
    few, many = sizes.register_rows
    books = {rows: register_of(rows) for rows in (few, many)}
    grown = {"rijen": [few, many]}
    reading = [
        quickest(lambda rows=rows: read(books[rows]), min(sizes.repeats, 2)) / rows for rows in (few, many)
    ]
    yield from both("register lezen, per rij", *reading, f"een register van {few} rijen", grown)
    writing = [
        quickest(lambda rows=rows: write(books[rows]), repeats) / rows
        for rows, repeats in ((few, 3), (many, 0))
    ]
    yield from both("register schrijven, per rij", *writing, f"een register van {few} rijen", grown)


def write(book: bytes) -> None:
    with undone():
        take_over(by=somebody("register"), rows=read(book).rows)
