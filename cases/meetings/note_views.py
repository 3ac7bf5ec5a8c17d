"""Keeping the notes of a conversation, by the button and while somebody types."""

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from expertteam.access.guards import PersonRequest

from .notes import Kept, NotesFull, save_notes
from .talk_views import back, led_item, talk_page


def text_of(request: PersonRequest, name: str) -> str:
    """A text as it was sent, with the line ends of the database."""
    return request.POST.get(name, "").replace("\x00", "").replace("\r\n", "\n")


@case_page("meeting.lead")
@require_POST
def talk_notes(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Keep what is written down (POST `notes`, and `base` and `version`: what it was written on).

    While typing the answer is JSON: `version`, `saved_at`, and `notes` when others wrote too; `clash` as `Together`.
    """
    item = led_item(request, case, pk)
    notes, sent = text_of(request, "notes"), request.POST.get("version", "")
    version = int(sent) if sent.isdecimal() and len(sent) < 9 else 0
    scripted = "X-Autosave" in request.headers
    try:
        kept = save_notes(
            by=request.person, item=item, notes=notes, base=text_of(request, "base"), version=version
        )
    except NotesFull as full:
        if scripted:
            return JsonResponse({"version": full.args[0].notes_version}, status=409)
        return talk_page(request, case, item, mine=notes, notes_now=full.args[0])
    if scripted:
        return JsonResponse(in_json(kept, notes))
    if kept.clash:
        return talk_page(request, case, kept.item, clash=kept.clash)
    messages.success(request, "Bewaard.")
    return back(case, item, "notities")


def in_json(kept: Kept, sent: str) -> dict[str, object]:
    """What the script of the page needs to go on."""
    answer: dict[str, object] = {
        "version": kept.item.notes_version,
        "saved_at": f"{timezone.localtime():%H:%M}",
    }
    if kept.item.notes != sent:
        answer["notes"] = kept.item.notes
    if kept.clash:
        answer |= {"clash": asdict(kept.clash), "asks": True}
    return answer
