"""Context processor: the chapter of the manual that is about this page."""

from typing import Any

from django.http import HttpRequest

from .chapters import chapter_about


def help_about(request: HttpRequest) -> dict[str, Any]:
    """`help_chapter` for `base.html`, for who is logged in; None where no chapter is about the page."""
    match = getattr(request, "resolver_match", None)
    known = match is not None and getattr(request, "person", None) is not None
    return {"help_chapter": chapter_about(match.view_name, request.path_info) if known and match else None}
