"""The manual: for everybody who works here, at the pace of a phone call."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from expertteam.access.guards import PersonRequest, member

from .chapters import BY_SLUG, CHAPTERS, parts


@member
def contents(request: PersonRequest) -> HttpResponse:
    """All chapters."""
    return render(request, "manual/contents.html", {"parts": parts()})


@member
def chapter(request: PersonRequest, slug: str) -> HttpResponse:
    """One chapter, with the way to the next."""
    found = BY_SLUG.get(slug)
    if found is None:
        raise Http404
    place = CHAPTERS.index(found)
    following = CHAPTERS[place + 1] if place + 1 < len(CHAPTERS) else None
    return render(request, found.template, {"chapter": found, "following": following, "parts": parts()})
