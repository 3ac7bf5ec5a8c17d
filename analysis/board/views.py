"""The board of a case: seeing it, and the forms that stand open on it."""

from typing import Any

from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from expertteam.access.guards import PersonRequest

from .actions import set_picture_of_care
from .attempts import GONE, REFUSALS, attempt, why_not
from .changes import Gone
from .forms import CareForm
from .models import Part
from .pages import Desk, Opened, done, refused, show
from .parts import KINDS, Kind
from .queries import COLUMNS, column_of
from .undo import read_removed


@case_page("analysis.read")
def board(request: PersonRequest, case: Case) -> HttpResponse:
    """The cards, the picture, and everything that belongs to the explanation."""
    return show(Desk(request, case))


@case_page("analysis.change")
def new(request: PersonRequest, case: Case, piece: Kind) -> HttpResponse:
    """A form for a new piece (GET `soort`, `domein`, `bron` of a card, `van`, `naar` of a link); POST makes it."""
    desk = Desk(request, case)
    opened = open_new(desk, piece, request.POST if request.method == "POST" else None, request.GET)
    desk.opened = opened
    if request.method != "POST":
        return show(desk)
    analysis, token = desk.analysis, _token(opened)
    made = attempt(
        opened,
        lambda **values: piece.add(by=request.person, analysis=analysis, form_token=token, **values),
    )
    if made is None:
        return show(desk)
    follow = _following(request, case, piece, made) if "volgende" in request.POST else None
    return done(
        request, case, f"{piece.name} bewaard.", focus=piece.key(made.pk), follow=follow, saved=opened
    )


@case_page("analysis.change")
def edit(request: PersonRequest, case: Case, piece: Kind, pk: int) -> HttpResponse:
    """A form for a piece that is there; POST saves it, put together with what others changed since."""
    desk = Desk(request, case)
    part = _part(desk, piece, pk)
    if part is None:
        return _gone(desk, piece)
    data = request.POST if request.method == "POST" else None
    desk.opened = opened = Opened(
        piece.key(pk),
        _address(case, piece, pk),
        piece.form(data, part=part, key=piece.key(pk), **desk.offered),
        piece,
        part,
    )
    if data is None:
        return show(desk)
    saved = attempt(
        opened,
        lambda **values: piece.change(
            by=request.person, version=_version(opened), **{piece.argument: part}, **values
        ),
    )
    if opened.gone:
        return _gone(desk, piece)
    if not saved:
        return show(desk)
    return done(request, case, f"{piece.name} bewaard.", focus=piece.key(pk), saved=opened)


def _gone(desk: Desk, piece: Kind) -> HttpResponse:
    """Somebody took it away: what was typed comes back as a new one."""
    if desk.request.method != "POST":
        return refused(desk.request, desk.case, f"Dit {piece.name.lower()} is er niet meer.")
    desk.opened = open_new(desk, piece, desk.request.POST, QueryDict())
    desk.opened.status = 409
    desk.opened.form.is_valid()
    desk.opened.form.add_error(None, GONE)
    return show(desk)


@require_POST
@case_page("analysis.change")
def remove(request: PersonRequest, case: Case, piece: Kind, pk: int) -> HttpResponse:
    """Take a piece away (POST `version`); the board then offers to undo it."""
    desk = Desk(request, case)
    part = _part(desk, piece, pk)
    try:
        if part is None:
            raise Gone
        version = _number(request.POST.get("version"))
        removed = piece.remove(by=request.person, version=version, **{piece.argument: part})
    except REFUSALS as error:
        return refused(request, case, why_not(error))
    return done(request, case, f"{piece.name} weggehaald.", focus="ongedaan", removed=removed)


@require_POST
@case_page("analysis.change")
def move(request: PersonRequest, case: Case, piece: Kind, pk: int) -> HttpResponse:
    """Put a card or an advice elsewhere: POST `na` (the key of the piece before it; empty: first) or `plaats`, and of a
    card `soort`; or `richting` (omhoog, omlaag)."""
    desk = Desk(request, case)
    part = _part(desk, piece, pk)
    try:
        if part is None or piece.move is None:
            raise Gone
        piece.move(by=request.person, **{piece.argument: part}, **_destination(desk, part))
    except REFUSALS as error:
        return refused(request, case, why_not(error))
    return done(request, case, f"{piece.name} verplaatst.", focus=piece.key(pk))


def _destination(desk: Desk, part: Part) -> dict[str, Any]:
    given, kind = desk.request.POST, getattr(part, "kind", "")
    wanted = given.get("soort", "")
    other = any(wanted in column.kinds for column in COLUMNS) and kind not in column_of(wanted).kinds
    found: dict[str, Any] = {"kind": wanted} if other else {}
    if "na" in given:
        return {**found, "after": _number(given["na"]) or 0}
    if other or "plaats" in given:
        return {**found, "place": _number(given.get("plaats")) or 0}
    beside = (
        [one for one in desk.board.elements if one.kind in column_of(kind).kinds]
        if kind
        else desk.board.advices
    )
    here = [one.pk for one in beside].index(part.pk)
    return {"place": here + (1 if given.get("richting") == "omlaag" else -1)}


@require_POST
@case_page("analysis.change")
def undo(request: PersonRequest, case: Case) -> HttpResponse:
    """Bring back what was taken away (POST `wat`, as the board gave it)."""
    desk = Desk(request, case)
    removed = read_removed(request.POST.get("wat", ""), desk.analysis)
    if removed is None:
        return refused(request, case, "Dit kan niet meer ongedaan worden gemaakt.")
    kind = next(kind for kind in KINDS.values() if kind.argument == removed.part)
    try:
        part = kind.restore(by=request.person, analysis=desk.analysis, removed=removed)
    except REFUSALS as error:
        return refused(request, case, why_not(error))
    return done(request, case, f"{kind.name} teruggezet.", focus=kind.key(part.pk))


@case_page("analysis.change")
def care(request: PersonRequest, case: Case) -> HttpResponse:
    """Harmful care, the positive pattern, the profile and the climate."""
    desk = Desk(request, case)
    data = request.POST if request.method == "POST" else None
    analysis = desk.analysis
    analysis.case = case
    form = CareForm(data, part=analysis, key="zorg", team=case.team)
    desk.opened = opened = Opened("zorg", reverse("analysis:care", args=[case.number]), form)
    if data is None:
        return show(desk)
    saved = attempt(
        opened,
        lambda **values: set_picture_of_care(
            by=request.person, analysis=analysis, version=_version(opened), **values
        ),
    )
    return done(request, case, "Bewaard.", focus="zorg", saved=opened) if saved else show(desk)


def open_new(desk: Desk, piece: Kind, data: QueryDict | None, given: QueryDict) -> Opened:
    """A form for a new piece with what the address, or another card, already says."""
    initial: dict[str, Any] = {}
    column: str | int = ""
    if piece.slug == "kaartje":
        kind = (data.get("kind") if data else "") or given.get("soort", "")
        known = kind if any(kind in c.kinds for c in COLUMNS) else COLUMNS[0].code
        initial = {
            "kind": known,
            "domain": given.get("domein") or "jeugdige",
            "source": given.get("bron", ""),
        }
        column = column_of(known).code
    elif piece.slug == "verband":
        initial = {"source": given.get("van", ""), "target": given.get("naar", "")}
    elif piece.slug == "verklaring":
        initial = {"certainty": "hypothese"}
    elif piece.slug == "kijk":
        column = _number((data.get("explanation") if data else "") or given.get("bij")) or ""
        initial = {"explanation": column}
    key = piece.key(None, str(column))
    form = piece.form(data, key=key, initial=initial, **desk.offered)
    return Opened(key, _address(desk.case, piece), form, piece)


def _following(request: PersonRequest, case: Case, piece: Kind, made: Any) -> Opened:
    """The form for the next card, about the same and from the same."""
    given = QueryDict(mutable=True)
    given.update(
        {"soort": made.kind, "domein": made.domain, "bron": made.source} if piece.slug == "kaartje" else {}
    )
    opened = open_new(Desk(request, case), piece, None, given)
    if not request.htmx:
        opened.action += f"?{given.urlencode()}"
    return opened


def _part(desk: Desk, piece: Kind, pk: int) -> Part | None:
    rows: Any = piece.model._default_manager
    found: Part | None = rows.select_related("analysis").filter(pk=pk, analysis=desk.analysis).first()
    return found


def _address(case: Case, piece: Kind, pk: int | None = None) -> str:
    if pk is None:
        return reverse("analysis:new", args=[case.number, piece])
    return reverse("analysis:edit", args=[case.number, piece, pk])


def _token(opened: Opened) -> Any:
    return opened.form.cleaned_data.get("form_token") if opened.form.is_valid() else None


def _version(opened: Opened) -> int:
    """The version the form began with; a form without one cannot have seen anything."""
    found = opened.form.cleaned_data.get("version")
    return -1 if found is None else found


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 10 else None
