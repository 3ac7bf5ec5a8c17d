"""One page of a long list: two queries however long it is, with a count that stops at a thousand."""

from dataclasses import dataclass
from typing import ClassVar, Generic, Self, TypeVar

from django.db.models import Model, QuerySet

MOST_COUNTED = 1000
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class CappedPage(Generic[Row]):
    """The rows of a page, how many there are (at most a thousand and one), whether there are more pages.

    A list says what its rows are called, one and many, and how many stand on a page.
    """

    found: list[Row]
    count: int
    page: int
    has_next: bool

    one: ClassVar[str]
    many: ClassVar[str]
    size: ClassVar[int] = 50

    @classmethod
    def of(cls, rows: QuerySet[Row], page: int) -> Self:
        """Page `page` (from 1) of these rows, in their order."""
        start = (page - 1) * cls.size
        found = list(rows[start : start + cls.size + 1])
        count = rows.order_by()[: MOST_COUNTED + 1].count()
        return cls(found[: cls.size], count, page, len(found) > cls.size)

    @property
    def counted(self) -> str:
        """How many in words: `31 casussen`, `meer dan 1.000 casussen`."""
        if self.count > MOST_COUNTED:
            return f"meer dan 1.000 {self.many}"
        return f"1 {self.one}" if self.count == 1 else f"{self.count} {self.many}"

    @property
    def rows(self) -> str:
        """Which rows these are: `51 tot en met 82`."""
        first = (self.page - 1) * self.size
        return f"{first + 1} tot en met {first + len(self.found)}"
