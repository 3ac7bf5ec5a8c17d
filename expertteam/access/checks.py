"""Default deny: every URL must lead to a guarded view, and every guard must name a declared right."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from . import rules


def all_patterns(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every URL pattern of the site with its full route."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from all_patterns(entry, route)
        else:
            yield route, entry


@register()
def every_view_is_guarded(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """access.E001: no guard; access.E002: a guard that names an unknown right."""
    problems: list[CheckMessage] = []
    known = {rule.name for rule in rules.all_rules()}
    for route, pattern in all_patterns():
        guard = getattr(pattern.callback, "guard", None)
        if guard is None:
            problems.append(Error(f"/{route} has no guard", id="access.E001"))
        elif guard.startswith(("page:", "case:")) and guard.partition(":")[2] not in known:
            problems.append(Error(f"/{route} names an unknown right: {guard}", id="access.E002"))
    return problems
