"""The journal: reading it, writing a line from any page of the case, and correcting one's own lines."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest

from .journal import add_entry, correct_entry, draft_of, journal_of, keep_draft
from .journal_forms import CorrectForm, NoteForm
from .journal_models import LONGEST_ENTRY, EntryKind, JournalEntry
from .journal_queries import versions_of, with_corrected

TAB = "cases:journal"
PAGE_SIZE = 30
TYPED = ("text", "kind", "minutes", "day")
SAVED_NOTE = "note_saved"  # in the session: the copy on this computer can go


@case_page("journal.read", event="journal.read")
def journal(request: PersonRequest, case: Case) -> HttpResponse:
    """All lines, newest first; of one kind with `?soort=bellen`."""
    kind = request.GET.get("soort", "")
    kind = kind if kind in EntryKind.values else ""
    lines = Paginator(with_corrected(journal_of(case, kind)), PAGE_SIZE).get_page(request.GET.get("pagina"))
    context = {"case": case, "tabs": tabs_for(case, TAB), "lines": lines, "kind": kind, "kinds": EntryKind}
    return render(request, "cases/process/journal.html", context)


@case_page("journal.write", event="journal.read")
def journal_add(request: PersonRequest, case: Case) -> HttpResponse:
    """Write a line (POST); a page with the form for who has no script (GET)."""
    if request.method != "POST":
        return form_page(request, case, NoteForm(draft=draft_of(request.person, case)))
    form, scripted = NoteForm(request.POST), "X-Note" in request.headers
    if not form.is_valid():
        return (
            JsonResponse({"errors": form.errors}, status=422) if scripted else form_page(request, case, form)
        )
    data = form.cleaned_data
    entry = add_entry(
        by=request.person, case=case, kind=data["kind"], text=data["text"], minutes=data["minutes"],
        at=form.moment(timezone.now()), token=data["form_token"],
    )  # fmt: skip
    if scripted:
        said = f"Genoteerd om {timezone.localtime():%H:%M}"
        return JsonResponse({"said": said, "token": str(uuid4()), "number": entry.pk})
    request.session[SAVED_NOTE] = True
    messages.success(request, "Het staat in het journaal.")
    return HttpResponseRedirect(where_from(request, case))


def form_page(request: PersonRequest, case: Case, form: NoteForm) -> HttpResponse:
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "no_note": True}
    return render(request, "cases/process/journal_add.html", context, status=422 if form.is_bound else 200)


def where_from(request: PersonRequest, case: Case) -> str:
    """The page of this case on which the box stood (POST `terug`), or else the journal."""
    own, back = reverse("cases:case", args=[case.number]), request.POST.get("terug", "")
    known = back.startswith(own) and "//" not in back and "\\" not in back and back.isprintable()
    return back if known else reverse(TAB, args=[case.number])


@case_page("journal.write", shows=False)
@require_POST
def journal_draft(request: PersonRequest, case: Case) -> HttpResponse:
    """Keep what is being typed in the box; only who types it sees it."""
    typed = {name: request.POST.get(name, "").replace("\x00", "") for name in TYPED}
    if any(len(text) > 2 * LONGEST_ENTRY for text in typed.values()):
        return JsonResponse({"error": "Er is meer getypt dan in een notitie past."}, status=413)
    at = keep_draft(by=request.person, case=case, fields={**typed, "form_token": token_in(request)})
    return JsonResponse({"saved_at": f"{timezone.localtime(at):%H:%M}"})


def token_in(request: PersonRequest) -> str:
    """The token of the form; a new one when it sent none."""
    try:
        return str(UUID(request.POST.get("form_token", "")))
    except ValueError:
        return str(uuid4())


@case_page("journal.read", event="journal.read")
def journal_entry(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """One line with what stood there before; its author can correct it."""
    entry = get_object_or_404(journal_of(case), pk=pk)
    form = correct_form(request, entry) if "journal.write" in case.rights else None
    if form and form.is_valid():
        if correct_entry(by=request.person, entry=entry, data=form.data_given()):
            messages.success(request, "De regel is verbeterd.")
        return redirect(TAB, case.number)
    context: dict[str, Any] = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "entry": entry}
    context["versions"] = versions_of(entry)
    wrong = form is not None and form.is_bound
    return render(request, "cases/process/journal_entry.html", context, status=422 if wrong else 200)


def correct_form(request: PersonRequest, entry: JournalEntry) -> CorrectForm | None:
    """The form for who wrote the line; nobody else changes their words."""
    if entry.author_id != request.person.user.pk:
        return None
    return CorrectForm(request.POST if request.method == "POST" else None, entry=entry)
