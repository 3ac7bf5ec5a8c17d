"""Filters and orders of the list as things to draw: every choice is an address, so that it works without script."""

from django.http import QueryDict

from cases.casefile.chips import Chip, Choice, address, chip_of

from .listing import EXTRA, FILTERS, SORTS, Asked, Options


def filter_chips(query: QueryDict, asked: Asked, options: dict[str, Options]) -> list[Chip]:
    """A chip per filter; one that offers nothing to choose is left out."""
    return [
        chip_of(query, one.param, one.label, asked.chosen.get(one.param, ""), options[one.param])
        for one in FILTERS
        if options[one.param]
    ]


def extra_chips(query: QueryDict, asked: Asked) -> list[Choice]:
    """Only what needs checking, or only what has stopped."""
    return [
        Choice(text, address(query, toon="" if asked.extra == code else code), asked.extra == code)
        for code, text in EXTRA
    ]


def sort_choices(query: QueryDict, asked: Asked) -> list[Choice]:
    """The orders."""
    return [
        Choice(text, address(query, sorteer=code), code == asked.sort) for code, (text, _) in SORTS.items()
    ]
