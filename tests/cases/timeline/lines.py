"""Lines read for Ruben, born on 14 September 2008, on 23 November 2026; and their spans."""

from datetime import date

from cases.timeline.line import ReadLine, read_line
from cases.timeline.spans import Span, span_of

BIRTH, TODAY = date(2008, 9, 14), date(2026, 11, 23)


def read(text: str) -> ReadLine:
    return read_line(text, birth=BIRTH, today=TODAY, name="Ruben")


def spans(text: str) -> list[Span]:
    """A span per line; keys count from 1."""
    found = []
    for key, line in enumerate(text.strip().splitlines(), 1):
        data = read(line).data
        found.append(
            span_of(
                key=key, kind=data.kind, text=data.text, start=data.start, end=data.end, ongoing=data.ongoing,
                today=TODAY, mark=data.mark, provider=data.provider,
            )
        )  # fmt: skip
    return found
