"""The parts of a fixed version somebody can say something about: explanations, cards, advice. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Part:
    """One part: its key («kaartje-12»), its own words, and a few words about it."""

    key: str
    text: str
    about: str = ""
    domain: str = ""


@dataclass(frozen=True)
class Group:
    """Parts of one kind under their own heading; `slug` is the kind."""

    slug: str
    title: str | Promise
    parts: list[Part]


TITLES: dict[str, str | Promise] = {
    "verklaring": _("Wat we denken dat er gebeurt"),
    "kaartje": _("Wat er op de kaartjes staat"),
    "advies": _("Ons advies"),
}


def groups_of(content: dict[str, Any]) -> list[Group]:
    """The parts of the content of a version, by kind, in the order in which one reads them."""
    found = {
        "verklaring": [Part(f"verklaring-{one['id']}", one["text"]) for one in content["explanations"]],
        "kaartje": list(_cards(content)),
        "advies": [Part(f"advies-{one['id']}", one["text"], one["area"]) for one in content["advices"]],
    }
    return [Group(slug, TITLES[slug], parts) for slug, parts in found.items() if parts]


def _cards(content: dict[str, Any]) -> Iterator[Part]:
    for column in content["columns"]:
        for card in column["cards"]:
            yield Part(f"kaartje-{card['id']}", card["text"], card["says"], card["domain_code"])
