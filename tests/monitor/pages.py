"""What a person reads on a page."""

import re
from html import unescape
from typing import Any


def text(response: Any) -> str:
    """The words of a page, with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())
