"""The page of the board and its fragments: one way to draw it, whatever form stands open on it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from analysis.live.conflicts import open_conflicts
from analysis.sharing.queries import Shared, shared_of
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from cases.meetings.models import AgendaItem
from cases.meetings.queries import talk_today
from expertteam.access.guards import PersonRequest
from expertteam.audit.actions import record

from .actions import analysis_of
from .forms import BoardForm
from .models import Analysis, Part
from .parts import KINDS, Kind
from .queries import LARGE, Board, LinkRow, board_of
from .undo import Removed, read_removed

UNDO = "analysis_undo"
SAVED = "analysis_saved"
OFFERED = 10 * 60


@dataclass(frozen=True)
class Difference:
    """One field in a conflict: how it stands now beside what was typed over it."""

    label: str
    now: str


@dataclass
class Opened:
    """A form that stands open on the board, and why it could not be saved."""

    key: str
    action: str
    form: BoardForm
    kind: Kind | None = None
    part: Part | None = None
    status: int = 200
    conflict: list[Difference] = field(default_factory=list)
    changed_by: str = ""
    gone: bool = False

    @property
    def template(self) -> str:
        return f"analysis/board/open_{self.kind.slug if self.kind else 'zorg'}.html"

    @property
    def draft(self) -> str:
        """What a browser keeps unsaved words under: of a new link one per card it begins at."""
        if self.kind is None or self.kind.slug != "verband" or self.part is not None:
            return self.key
        return f"{self.key}-van-{self.form['source'].value() or ''}"

    @property
    def is_live(self) -> bool:
        """Whether its fields save themselves while one types: a standing card, explanation or advice."""
        return self.part is not None and self.kind is not None and self.kind.slug != "verband"

    @property
    def form_id(self) -> str:
        return f"form-{self.key}"


@dataclass
class Desk:
    """The board of one case as this person has it before them."""

    request: PersonRequest
    case: Case
    opened: Opened | None = None
    focus: str = ""
    said: str = ""
    problem: str = ""
    saved: str = ""

    @cached_property
    def analysis(self) -> Analysis:
        return analysis_of(self.case)

    @cached_property
    def board(self) -> Board:
        return board_of(self.case, self.analysis)

    @property
    def offered(self) -> dict[str, Any]:
        """What forms can offer to choose from."""
        return {
            "cards": self.board.elements,
            "explanations": self.board.explanations,
            "team": self.case.team,
        }

    @property
    def may_change(self) -> bool:
        return "analysis.change" in self.case.rights

    @property
    def may_write(self) -> bool:
        return self.may_change

    @cached_property
    def shared(self) -> Shared:
        return shared_of(self.case, self.analysis)

    @cached_property
    def undo(self) -> Removed | None:
        """What this person took away in the last ten minutes, as long as they changed nothing else."""
        if not self.may_write:
            return None
        return read_removed(self.request.session.get(UNDO, ""), self.analysis, OFFERED)

    @cached_property
    def conflicts(self) -> list[dict[str, Any]]:
        """Texts of this person that met another's in one place, and for which they did not choose yet."""
        return open_conflicts(self.analysis, self.request.person) if self.may_change else []

    @cached_property
    def talk(self) -> AgendaItem | None:
        """The conversation of today, for who came here from it and goes back to the notes."""
        return talk_today(self.case) if "meeting.talk" in self.case.rights else None

    @property
    def changed_today(self) -> bool:
        """Whether the last change was made today."""
        changed = self.analysis.changed_at
        return changed is not None and timezone.localdate(changed) == timezone.localdate()

    @property
    def links_beside(self) -> list[LinkRow]:
        """The links of the card from which a link is being laid or changed."""
        if self.opened is None:
            return []
        chosen = str(self.opened.form["source"].value() or "")
        ends = [(row, {str(row.source.pk), str(row.target.pk)}) for row in self.board.link_rows]
        return [row for row, both in ends if chosen in both and row.link != self.opened.part]

    @property
    def large(self) -> int:
        """Pixels above which a picture gets a row of its own."""
        return LARGE

    @property
    def undo_name(self) -> str:
        names = {kind.argument: kind.name for kind in KINDS.values()}
        return names[self.undo.part] if self.undo else ""

    def context(self) -> dict[str, Any]:
        """Variables of every template of the board."""
        return {
            "case": self.case,
            "desk": self,
            "opened": self.opened,
            "may_write": self.may_write,
        }


def show(desk: Desk, status: int = 200) -> HttpResponse:
    """The board: whole for a browser, the inside for htmx, only the form when that is what was asked."""
    request, opened = desk.request, desk.opened
    if request.htmx and opened is not None and (request.method == "GET" or opened.status >= 400):
        return _form_only(desk, opened)
    if request.method == "GET":
        record(request.person, "analysis.read", case_number=desk.case.number)
        if not request.htmx:
            desk.saved = request.session.pop(SAVED, "")
    template = "analysis/board/body.html" if request.htmx else "analysis/board/board.html"
    context = {**desk.context(), "tabs": [] if request.htmx else tabs_for(desk.case, "analysis:board")}
    return render(request, template, context, status=opened.status if opened else status)


def _form_only(desk: Desk, opened: Opened) -> HttpResponse:
    if desk.request.method == "GET":
        return render(desk.request, opened.template, desk.context())
    response = render(desk.request, "analysis/board/form.html", desk.context(), status=opened.status)
    response["HX-Retarget"] = f"#{opened.form_id}"
    response["HX-Reswap"] = "outerHTML"
    return response


def done(
    request: PersonRequest,
    case: Case,
    said: str,
    *,
    focus: str = "",
    removed: Removed | None = None,
    follow: Opened | None = None,
    saved: Opened | None = None,
) -> HttpResponse:
    """After a change: the board again, with what was said, what can be undone and the form that follows.

    `saved`: the form that was sent, so that its browser forgets what it kept of it.
    """
    if removed is not None:
        request.session[UNDO] = removed.signed()
    elif UNDO in request.session:
        del request.session[UNDO]
    if request.htmx:
        return show(Desk(request, case, opened=follow, focus="" if follow else focus, said=said))
    if saved is not None:
        request.session[SAVED] = saved.draft
    if removed is None:
        messages.success(request, said)
    where = follow.action if follow else reverse("analysis:board", args=[case.number])
    return HttpResponseRedirect(f"{where}#{follow.key if follow else focus}")


def refused(request: PersonRequest, case: Case, why: str) -> HttpResponse:
    """A change without a form that could not be made: the board as it is, with the reason."""
    if request.htmx:
        return show(Desk(request, case, problem=why), status=409)
    messages.error(request, why)
    return HttpResponseRedirect(reverse("analysis:board", args=[case.number]))
