"""How the tests of the live board send words, as a browser does."""

from typing import Any
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from analysis.board.models import Element, Part
from cases.casefile.models import Case

SLUGS = {"Element": "kaartje", "Explanation": "verklaring", "Advice": "advies", "Link": "verband"}


def live(case: Case, name: str, *more: Any) -> str:
    return reverse(f"analysis:{name}", args=[case.number, *more])


def words(
    part: Part, value: str, *, field: str = "text", version: int | None = None, **given: Any
) -> dict[str, Any]:
    """The value of one field of a piece, based on the version it has, or on this one."""
    return {
        "op": uuid4(),
        "piece": SLUGS[type(part).__name__],
        "pk": part.pk,
        "field": field,
        "version": part.version if version is None else version,
        "value": value,
        **given,
    }  # fmt: skip


def save(browser: Client, case: Case, part: Part, value: str, **given: Any) -> Any:
    """The answer of the server, as a dict; it must be a good one."""
    response = browser.post(live(case, "live_save"), words(part, value, **given))
    assert response.status_code == 200, response.content
    return response.json()


def text(one: Element) -> str:
    """What stands on the card by now."""
    one.refresh_from_db()
    return one.text
