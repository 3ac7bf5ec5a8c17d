"""The page of a party: the fixed version to read, and their answer."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from analysis.versions.content import reading_of
from cases.consent.queries import ConsentMissing
from cases.consent.rules import YOUNG_PERSON
from cases.outside.codes import back_to
from cases.outside.guard import outside_page
from cases.outside.languages import CHOSEN
from cases.outside.models import OutsideLink
from cases.outside.pages import outside_render

from .actions import missing_with
from .answering import NotAsked, answer_by_link, asking_of, given_by, keep_draft, mark_read
from .asking import PURPOSE
from .beside import parts_said
from .models import Asking, Endorsement
from .party_forms import PartyForm

# Who reads the profile and the harmful care that was seen, beside what everybody reads. shared/domain.md knows two
# readers (the family, in plain language; professionals) and says «default is no». So a role stands here only when it is
# work with the young person by itself. Not here: who may as well be a neighbour (aanmelder, woordvoerder,
# ervaringsdeskundige, anders). Nor a guardian, or anybody else with authority: who decides for a child reads what the
# child reads. A label such as «grens-forensisch» can follow a child for years, so it lies on no kitchen table. Whoever
# stands here was asked by name, with consent to share with them (`missing_with`), or reads nothing at all.
PROFESSIONALS = frozenset(
    {
        "casusregisseur", "hulpverlener", "behandelaar", "school", "lokaal_team", "gi",
        "raad_voor_de_kinderbescherming", "veilig_thuis", "politie_justitie",
    }
)  # fmt: skip
DRAFT = "concept"
"""The field of POST that a script sends along to keep what is being typed."""


@outside_page(PURPOSE)
@require_http_methods(["GET", "HEAD", "POST"])
def party_page(request: HttpRequest, link: OutsideLink) -> HttpResponse:
    """The version that was put before one party, and their answer about it."""
    asking = asking_of(link)
    if asking is None or not asking.participant.is_current:
        return outside_render(request, link, "cases/outside/closed.html", {"why": "withdrawn"}, status=410)
    if not link.case.is_open or missing_with(link.case, asking.participant):
        context = {"over": not link.case.is_open}
        return outside_render(request, link, "analysis/sharing/party_closed.html", context)
    given = given_by(asking)
    if request.method == "POST":
        return sent(request, link, asking, given)
    return show(request, link, asking, given, PartyForm(asking=asking, given=given))


def sent(request: HttpRequest, link: OutsideLink, asking: Asking, given: Endorsement | None) -> HttpResponse:
    """Keep a draft, go on in another language, or keep the answer."""
    form = PartyForm(request.POST, asking=asking, given=given)
    if DRAFT in request.POST:
        keep_draft(link=link, asking=asking, fields=form.typed())
        return JsonResponse({"saved_at": f"{timezone.localtime():%H:%M}"})
    if CHOSEN in request.POST:
        keep_draft(link=link, asking=asking, fields=form.typed())
        return back_to(request)
    if not form.is_valid():
        return show(request, link, asking, given, form)
    try:
        answer_by_link(link=link, asking=asking, data=form.answer())
    except (ConsentMissing, NotAsked):
        return back_to(request)
    messages.success(request, _("Dank je wel. Je antwoord is bij het team."))
    return back_to(request)


def show(
    request: HttpRequest, link: OutsideLink, asking: Asking, given: Endorsement | None, form: PartyForm
) -> HttpResponse:
    """The page; with an answer the form is folded up, unless something was typed since."""
    mark_read(link=link, asking=asking)
    party = asking.participant
    reading = reading_of(asking.version, full=not is_family(asking))
    context: dict[str, Any] = {
        "asking": asking, "party": party, "reading": reading, "form": form, "given": given, "owner": link.case.owner,
        "is_own": party.role == YOUNG_PERSON, "name": link.case.young_person.first_name,
        "said": parts_said(given, asking.version.content) if given else [],
        "opened": not given or form.is_bound or bool(asking.draft),
    }  # fmt: skip
    wrong = form.is_bound and form.errors
    return outside_render(request, link, "analysis/sharing/party.html", context, status=422 if wrong else 200)


def is_family(asking: Asking) -> bool:
    """Whether this party reads what the family reads: everybody but who is known to work with the young person.

    The profile and the harmful care that was seen are for professionals; a spokesperson or a neighbour is none.
    """
    party = asking.participant
    return party.role not in PROFESSIONALS or bool(party.parental_authority not in ("", "nee"))
