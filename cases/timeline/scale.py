"""Days to places: the scale of a drawn timeline, with years above and ages under them. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from expertteam.ui.dates import birthday

STEPS = (1, 2, 5, 10)
ROOM_OF_A_YEAR = 46


@dataclass(frozen=True)
class Tick:
    """A line or word on the scale."""

    x: float
    word: str


@dataclass(frozen=True)
class Scale:
    """`first` stands at `left` and the day after `last` at `right`."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day begins; what lies outside stands on the edge."""
        whole = (self.last - self.first).days + 1
        part = min(max((day - self.first).days / whole, 0), 1)
        return round(self.left + part * (self.right - self.left), 1)

    def x_after(self, day: date) -> float:
        """Where a day ends."""
        return self.x(day + timedelta(days=1)) if day < self.last else self.right

    @property
    def step(self) -> int:
        """Every how many years there is room for a word."""
        a_year = (self.right - self.left) / max((self.last - self.first).days / 365.25, 1)
        return next((step for step in STEPS if a_year * step >= ROOM_OF_A_YEAR), STEPS[-1])

    def years(self) -> list[Tick]:
        """The first of January of the years."""
        return [
            Tick(self.x(date(year, 1, 1)), str(year))
            for year in range(self.first.year, self.last.year + 1)
            if year % self.step == 0
        ]

    def ages(self, birth: date, now: float | None) -> list[Tick]:
        """The birthdays, from the birth on; not where «nu» stands."""
        turns = [(age, birthday(birth, age)) for age in range(self.last.year - birth.year + 1)]
        return [
            Tick(self.x(day), f"{age} jaar" if age else "geboren")
            for age, day in turns
            if age % self.step == 0
            and self.first <= day <= self.last
            and self.x(day) < self.right - 24
            and (now is None or not -50 < self.x(day) - now < 24)
        ]
