"""The analysis put before people in the demo: one case is shared, in one the young person says no, one waits."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from analysis.board.actions import add_element, add_explanation, add_link, analysis_of
from analysis.board.models import Analysis
from analysis.sharing.actions import AnswerData, PartData, note_answer, young_person_among
from analysis.sharing.answering import answer_by_link, asking_of, mark_read
from analysis.sharing.asking import make_letter, put_before
from analysis.sharing.models import Asking, Endorsement, Via, Way
from analysis.sharing.parts import groups_of
from analysis.versions.actions import fix_version
from analysis.versions.models import FixedVersion, Why
from analysis.versions.queries import latest_fixed
from cases.casefile.models import Case
from cases.outside.models import OutsideLink
from cases.people.models import Participant
from expertteam.access.command_line import somebody_with_a_link
from expertteam.access.person import Person
from expertteam.ui.given import there

FILE = Path(__file__).parent / "data" / "gedeeld.json"
TWO_DAYS = 2


def ensure_sharing(by: Person, today: date) -> int:
    """Put before people what the file says, where it does not lie before anybody yet; returns in how many cases."""
    wishes = json.loads(FILE.read_text(encoding="utf-8"))
    made = 0
    for key, wish in wishes.items():
        case = Case.objects.filter(team=by.team, source_key=f"demo:{key}").first()
        if case is None or not case.is_open or Asking.objects.filter(participant__case=case).exists():
            continue
        share(by, case, wish, today)
        made += 1
    return made


def share(by: Person, case: Case, wish: dict[str, Any], today: date) -> None:
    """One case: what stands on its board, before whom it was put, and what they said."""
    analysis = analysis_of(case)
    fill_board(by, analysis, wish)
    asked_on = timezone.now() - timedelta(days=wish["dagen"])
    version = latest_fixed(analysis) or fix_version(by=by, analysis=analysis, why=Why.PUT_BEFORE, at=asked_on)
    for one in wish["wie"]:
        asking = put_before(
            by=by, case=case, version=version, participant=participant_called(case, one["naam"]),
            way=Way.PAPER if one["hoe"] == "papier" else Way.LETTER,
        ).asking  # fmt: skip
        Asking.objects.filter(pk=asking.pk).update(asked_at=asked_on)
        if asking.way == Way.LETTER:
            on_their_own_page(by, asking, one, today - timedelta(days=wish["dagen"] - TWO_DAYS))


def fill_board(by: Person, analysis: Analysis, wish: dict[str, Any]) -> None:
    """A small analysis, for a case that has none."""
    cards = [
        add_element(by=by, analysis=analysis, kind=kind, domain=domain, source=source, text=text)
        for kind, domain, source, text in wish.get("kaartjes", [])
    ]
    for source, target, kind in wish.get("verbanden", []):
        add_link(by=by, analysis=analysis, source=cards[source], target=cards[target], kind=kind)
    if "verklaring" in wish:
        add_explanation(by=by, analysis=analysis, text=wish["verklaring"], certainty="hypothese")


def participant_called(case: Case, name: str) -> Participant:
    if name == str(case.young_person):
        return young_person_among(case)
    return case.participants.get(name=name, ended_on=None)


def on_their_own_page(by: Person, asking: Asking, wish: dict[str, Any], day: date) -> None:
    """They opened the page, and answered when the file says so."""
    made = make_letter(by=by, asking=asking)
    link = OutsideLink.objects.select_related("case__team", "case__young_person").get(pk=made.link.pk)
    link.by = somebody_with_a_link(link.case.team)
    mine = there(asking_of(link))
    if "oordeel" not in wish:
        if wish.get("gelezen"):
            mark_read(link=link, asking=mine)
        return
    mark_read(link=link, asking=mine)
    data = AnswerData(
        wish["oordeel"], wish["woorden"], day, wish.get("tekst", ""), wish.get("erbij", ""), Via.LINK,
        parts_of(mine.version, wish.get("onderdelen", [])),
    )  # fmt: skip
    answer, _ = answer_by_link(link=link, asking=mine, data=data)
    if wish.get("gezien"):
        note_answer(by=by, answer=Endorsement.objects.get(pk=answer.pk))


def parts_of(version: FixedVersion, said: list[list[str]]) -> dict[str, PartData]:
    """What is said of parts, each named by its kind and some of its words."""
    groups = {group.slug: group.parts for group in groups_of(version.content)}
    return {
        next(part.key for part in groups[slug] if words in part.text): PartData(verdict, told)
        for slug, words, verdict, told in said
    }
