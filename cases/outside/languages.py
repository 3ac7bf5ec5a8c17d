"""In which language a page for people without an account speaks: Dutch, unless its purpose lets them choose.

Only the frame is translated: buttons, questions, explanations. What people said stands there as they said it.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

from .models import OutsideLink
from .purposes import purpose_called

CHOSEN = "taal"
"""The field of POST with which somebody chooses another language."""


@dataclass(frozen=True)
class Choice:
    """A language one can choose, called by its own name."""

    code: str
    name: str
    is_now: bool

    @property
    def is_bidi(self) -> bool:
        return self.code in settings.LANGUAGES_BIDI


def language_of(link: OutsideLink) -> str:
    """The code of the language of this page; one that is not offered any more gives Dutch."""
    speaks = purpose_called(link.purpose).speaks
    chosen = speaks.of(link) if speaks else ""
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def choose_language(request: HttpRequest, link: OutsideLink) -> bool:
    """Keep the language that was chosen with POST; False when none was, or none we have."""
    speaks = purpose_called(link.purpose).speaks
    code = request.POST.get(CHOSEN, "") if request.method == "POST" else ""
    if speaks is None or code not in dict(settings.LANGUAGES):
        return False
    speaks.choose(link, code)
    return True


def choices_for(link: OutsideLink | None) -> list[Choice]:
    """What the switch on the page offers; nothing where the page speaks Dutch only."""
    if link is None or purpose_called(link.purpose).speaks is None:
        return []
    now = translation.get_language()
    return [Choice(code, str(name), code == now) for code, name in settings.LANGUAGES]
