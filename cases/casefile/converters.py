"""`<case:number>` in a URL."""


class CaseNumberConverter:
    """A written case number; nothing else reaches a view."""

    regex = r"[0-9]{4}-[0-9]{3,6}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
