"""What every page for people without an account has."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .languages import choices_for
from .models import OutsideLink

# Whoever is logged in as well sees what the person with the link sees, without the menu of the team.
NOBODY: dict[str, Any] = {"person": None, "nav": [], "team": None, "may_search": False}


def outside_render(
    request: HttpRequest, link: OutsideLink | None, template: str, context: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    """A page that extends `cases/outside/base.html`, with `link` and `link_team` in its context."""
    shown = {**NOBODY, "link": link, "link_team": link.case.team if link else None}
    shown |= {"languages": choices_for(link), **(context or {})}
    return render(request, template, shown, status=status)
