"""`<year:year>` in a URL."""

FIRST_YEAR = 2000


class YearConverter:
    """A year of this century; any other number is no page."""

    regex = r"20[0-9]{2}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)
