"""Tags of the procesregie: `{% load process %}`."""

from typing import Any

from django import template
from django.template.context import Context
from django.utils import timezone

from cases.casefile.models import Case
from cases.process.journal import draft_of
from cases.process.journal_forms import NoteForm
from cases.process.journal_views import SAVED_NOTE
from expertteam.access.person import Person

register = template.Library()


@register.inclusion_tag("cases/process/note_box.html", takes_context=True)
def note_box(context: Context) -> dict[str, Any]:
    """The box «Noteer» on a page of a case, for who may write in the journal; one query.

    A page that shows the same form itself says so with `no_note`.
    """
    case: Case | None = context.get("case")
    person: Person | None = context.get("person")
    request = context.get("request")
    if case is None or person is None or request is None:
        return {"case": None}
    if context.get("no_note") or "journal.write" not in case.rights:
        return {"case": None}
    draft = draft_of(person, case)
    return {
        "case": case,
        "form": NoteForm(draft=draft),
        "draft": draft,
        "saved_at": f"{timezone.localtime(draft.saved_at):%H:%M}" if draft else "",
        "saved": request.session.pop(SAVED_NOTE, False),
        "key": f"noteer-{case.number}-{person.user.pk}",
        "here": request.path,
    }
