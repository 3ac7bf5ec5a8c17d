"""Documents of a case: adding several at once, opening one, changing what is said of it, taking it away."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_GET, require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest
from expertteam.audit.actions import record

from .actions import add_document, change_document, content_of, note_refusal, remove_document
from .forms import DocumentForm, RemoveForm, UploadForm
from .models import MEDIA_TYPES, Document, FileType
from .refusals import Refused

TAB = "cases:documents"


def documents_page(
    request: PersonRequest, case: Case, form: UploadForm | None, status: int = 200
) -> HttpResponse:
    found = list(case.documents.select_related("uploaded_by", "removed_by"))
    context = {
        "case": case,
        "tabs": tabs_for(case, TAB),
        "form": form,
        "documents": [one for one in found if not one.removed_at],
        "removed": [one for one in found if one.removed_at],
    }
    return render(request, "cases/documents/documents.html", context, status=status)


@case_page("document.read", event="document.listed")
def documents(request: PersonRequest, case: Case) -> HttpResponse:
    """What there is, newest first, and the form for more."""
    return documents_page(request, case, UploadForm() if "document.change" in case.rights else None)


@case_page("document.change")
@require_POST
def add(request: PersonRequest, case: Case) -> HttpResponse:
    """Keep every file that can be kept, and say of the others why not: nobody has to choose a good file twice."""
    form = UploadForm(request.POST, request.FILES)
    fine = form.is_valid()
    for _, refused in form.refused:
        note_refusal(by=request.person, case=case, refused=refused)
    fine = keep_all(request, case, form) and fine
    if fine:
        return redirect(TAB, case.number)
    if form.incoming and (set(form.errors) - {"files"}):
        messages.info(
            request, "Wat we niet begrepen, kun je bij ‘Wijzigen’ achter het document nog invullen."
        )
    return documents_page(request, case, form, status=422)


def keep_all(request: PersonRequest, case: Case, form: UploadForm) -> bool:
    """Keep what was judged good; False when the scanner refused one."""
    added, known, fine = 0, [], True
    for file in form.incoming:
        try:
            document, new = add_document(by=request.person, case=case, file=file, data=form.said())
        except Refused as refused:
            form.add_error("files", f"‘{file.title}’: {refused.words}")
            fine = False
            continue
        added += new
        if not new:
            known.append(str(document.number))
    if added:
        messages.success(
            request, "Het document staat erbij." if added == 1 else f"{added} documenten staan erbij."
        )
    if known:
        messages.info(request, f"Dit stond er al: document {', '.join(known)}.")
    return fine


def present(case: Case, number: int) -> Document:
    """The document with this number, as long as it is there; 404 otherwise."""
    return get_object_or_404(case.documents.present().select_related("case"), number=number)


@case_page("document.change")
def change(request: PersonRequest, case: Case, document: int) -> HttpResponse:
    """Change what is said of a document."""
    found = present(case, document)
    form = DocumentForm(request.POST if request.method == "POST" else None, document=found)
    if form.is_valid():
        change_document(by=request.person, document=found, title=form.cleaned_data["title"], data=form.said())
        messages.success(request, "Het document is bewaard.")
        return redirect(TAB, case.number)
    return one_page(request, case, found, form, RemoveForm())


def one_page(
    request: PersonRequest, case: Case, found: Document, form: DocumentForm, remove: RemoveForm
) -> HttpResponse:
    context = {
        "case": case,
        "tabs": tabs_for(case, TAB),
        "form": form,
        "document": found,
        "remove_form": remove,
    }
    status = 422 if form.errors or remove.errors else 200
    return render(request, "cases/documents/document.html", context, status=status)


@case_page("document.change")
@require_POST
def remove(request: PersonRequest, case: Case, document: int) -> HttpResponse:
    """Destroy a document, with the reason; asking twice is harmless."""
    found = case.documents.present().select_related("case").filter(number=document).first()
    if found is None:
        return redirect(TAB, case.number)
    form = RemoveForm(request.POST)
    if not form.is_valid():
        return one_page(request, case, found, DocumentForm(document=found), form)
    remove_document(by=request.person, document=found, reason=form.cleaned_data["reason"])
    messages.success(
        request, "Het document is weg. In de lijst blijft staan dat het er was, en waarom het weg is."
    )
    return redirect(TAB, case.number)


@require_GET
@case_page("document.read")
def download(request: PersonRequest, case: Case, document: int) -> HttpResponse:
    """The file, to be saved and never shown by the browser itself. Its name holds a number only."""
    found = present(case, document)
    if not found.can_be_opened:
        raise Http404
    record(request.person, "document.downloaded", case_number=case.number, details={"number": found.number})
    response = HttpResponse(content_of(found), content_type=MEDIA_TYPES[FileType(found.file_type)])
    response["Content-Disposition"] = f'attachment; filename="{found.file_name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    patch_cache_control(response, no_store=True, private=True)
    return response
