"""Turns a template into a PDF that everybody can read, also with a screen reader (PDF/UA-1, ISO 14289-1)."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from expertteam.embedded.pdf_libraries import missing_pdf_libraries
from expertteam.jobs.models import JobFailed


class OutsideStatic(ValueError):
    """A template asked for something outside `static/`, or for a file that is not there."""


def make_pdf(template: str, context: Mapping[str, Any], *, title: str) -> bytes:
    """Render the template and return the file.

    The template extends `pdf/base.html`; it gets `title` too, which becomes the title of the document. Files it
    names (`css/report.css`, fonts, images) are relative to `static/`; nothing else is ever read. The same
    template and context give the same bytes.

    Raises JobFailed with a message for the person waiting when libraries of the system are missing, and
    OutsideStatic when the template asks for anything that is not below `static/`.
    """
    return html_to_pdf(render_to_string(template, {**context, "title": title}))


def html_to_pdf(html: str) -> bytes:
    """The PDF of a whole HTML document; see `make_pdf`."""
    missing = missing_pdf_libraries()
    if missing:
        raise JobFailed(missing)
    # Here and not on top: pages and commands must work where the libraries of the system are missing.
    from .finisher import finish  # noqa: PLC0415
    from .weasy import Stopped, write  # noqa: PLC0415

    try:
        return finish(write(html, settings.BASE_DIR / "static"))
    except Stopped as stop:
        raise OutsideStatic(str(stop)) from None
