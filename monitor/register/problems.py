"""What can be said about a register: one shape for mistakes and for remarks."""

from dataclasses import dataclass

LONGEST_FOUND = 80


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in (or remarkable about) a register, in Dutch.

    `row` is counted as in the workbook (None: about the file as a whole), `column` is the Dutch name of the
    column, `cell` its address such as "E3", `found` what stands there, `message` what is wrong and
    `expected` what is expected instead.
    """

    row: int | None
    column: str | None
    cell: str
    found: str
    message: str
    expected: str = ""

    @property
    def place(self) -> str:
        """Rij 3, kolom Geboortedatum (cel E3); "Het bestand" when it is about all of it."""
        if self.row is None:
            return "Het bestand" if self.column is None else f"Kolom {self.column}"
        column = f", kolom {self.column}" if self.column else ""
        cell = f" (cel {self.cell})" if self.cell else ""
        return f"Rij {self.row}{column}{cell}"

    @property
    def line(self) -> str:
        """The whole problem on one line, for the command line and for logs."""
        found = f" Er staat: “{self.found}”." if self.found else ""
        expected = f" Verwacht: {self.expected}" if self.expected else ""
        return f"{self.place}: {self.message}{found}{expected}"


def about_file(message: str, expected: str = "") -> Problem:
    """A problem of the file as a whole."""
    return Problem(None, None, "", "", message, expected)


def shorten(text: str) -> str:
    """What was found, short enough to show in a list."""
    return text if len(text) <= LONGEST_FOUND else text[: LONGEST_FOUND - 1].rstrip() + "…"
