"""A case file checked and understood: a JSON value in, a `CaseFile` out, or everything that is wrong with it. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.casefile.text import folded
from cases.people.models import DIRECTOR
from expertteam.ui.dates import VagueDate

from .casefile import CaseFile, FileAction, FileEvent, FileParticipant, FileVerdict, FileYoungPerson
from .reading_analysis import read_advices, read_analysis
from .sheet import SENTENCE, TEXT, Answers, Problem, Section, Sheet, name_of

NUMBER = re.compile(r"[0-9]{4}-[0-9]{3,6}$")
OLDEST_BIRTH = date(1980, 1, 1)
STATUSES = {"open": "open", "gedaan": "gedaan", "vervallen": "vervallen"}
VERDICTS = {"ja": "ja", "deels": "deels", "nee": "nee"}
EXPECTED = "verwacht"


@dataclass(frozen=True)
class Reading:
    """What became of a file: the case, or problems; notes say what was left out."""

    case: CaseFile | None
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()


def read_case(document: Any, answers: Answers, today: date) -> Reading:
    """Read a whole file. Only `jeugdige` and `analyse` have to be there; what is missing stays empty."""
    sheet = Sheet(answers, today)
    if not isinstance(document, dict):
        return Reading(
            None, (Problem((), f"Het bestand moet één object zijn; dit is {name_of(type(document))}."),)
        )
    case = _whole(Section(document, (), sheet, {EXPECTED}))
    if sheet.problems or case is None:
        return Reading(None, tuple(sheet.problems), tuple(sheet.notes))
    return Reading(case, (), tuple(sheet.notes))


def _whole(top: Section) -> CaseFile | None:
    person, situation = _young_person(top.section("jeugdige", required=True))
    case, referral = _referral(top.section("aanmelding"))
    participants = tuple(_participant(section) for section in top.sections("betrokkenen", _name))
    _refuse_doubles(top, participants)
    timeline = tuple(event for section in top.sections("tijdlijn") if (event := _event(section)))
    analysis = read_analysis(top.section("analyse", required=True))
    advices = read_advices(top.sections("adviezen"), analysis.kinds)
    verdicts = _verdicts(top, participants)
    actions = tuple(_action(section) for section in top.sections("acties"))
    top.close()
    if person is None:
        return None
    referred_on = referral["referred_on"]
    if referred_on and person.birth_date > referred_on:
        top.wrong("ligt na de dag van aanmelding.", "jeugdige → geboortedatum")
    return CaseFile(
        young_person=person, case=case, referral={**situation, **referral}, participants=participants,
        timeline=timeline, elements=analysis.elements, links=analysis.links, explanations=analysis.explanations,
        care=analysis.care, verdicts=verdicts, advices=advices, actions=actions,
    )  # fmt: skip


def _young_person(section: Section) -> tuple[FileYoungPerson | None, dict[str, Any]]:
    """Who it is, and the situation on the day of referral (fields of `Referral`)."""
    first_name = section.text("roepnaam", required=True, limit=100)
    last_name = section.text("achternaam", required=True)
    born = section.day("geboortedatum", required=True, future=False)
    if born and born < OLDEST_BIRTH:
        section.wrong(
            f"{born.year} is te lang geleden voor een jongere. Kijk het jaar nog eens na.", "geboortedatum"
        )
        born = None
    gender = section.answer("geslacht", "geslacht")
    situation = {
        "municipality": section.answer("gemeente", "gemeente"),
        "residence": section.answer("woont", "verblijf"),
        "education": section.answer("type_onderwijs", "type_onderwijs"),
        "school_problems": section.answer("problemen_op_school", "problemen_op_school"),
        "legal_frame": section.answer("juridisch_kader", "juridisch_kader"),
        "transfer": section.answer("doorstroom_in_verblijf", "doorstroom_verblijf"),
    }
    section.close()
    person = (
        FileYoungPerson(first_name, last_name, born, gender) if first_name and last_name and born else None
    )
    return person, situation


def _referral(section: Section) -> tuple[dict[str, Any], dict[str, Any]]:
    """Fields of `Case` and of `Referral`; `referred_on` is None when the file does not say it."""
    case = {
        "kind": section.answer("soort_casus", "soort_casus"),
        "urgency": section.answer("urgentie", "urgentie"),
        "earlier_number": section.text("eerdere_casus", limit=12),
    }
    if case["earlier_number"] and not NUMBER.match(case["earlier_number"]):
        section.wrong("een casusnummer ziet eruit als 2024-007.", "eerdere_casus")
    referral = {
        "referred_on": section.day("datum", future=False),
        "asker": section.answer("wie_stelt_de_vraag", "wie_stelt_de_vraag"),
        "referrer_name": section.text("aanmelder"),
        "referrer_function": section.text("rol"),
        "referrer_organisation": section.text("organisatie"),
        "referrer_phone": section.text("telefoon", limit=40),
        "referrer_email": section.text("email", limit=254),
        "question_kind": section.answer("wat_is_de_vraag", "wat_is_de_vraag"),
        "question_line": section.text("vraag", limit=SENTENCE),
        "voice_young_person": section.text("stem_jeugdige", limit=TEXT),
        "voice_parents": section.text("stem_ouders", limit=TEXT),
        "voice_referrer": section.text("stem_aanmelder", limit=TEXT),
        "tried_before": section.text("wat_is_geprobeerd", limit=TEXT),
        "bottlenecks": section.answers("knelpunten", "knelpunten_vooraf"),
        "prior_analysis": section.answer("va_vooraf", "va_vooraf"),
        "prior_analysis_by": section.answer("va_gemaakt_door", "va_gemaakt_door"),
        "re_referral": section.answer("heraanmelding", "heraanmelding"),
    }
    section.close()
    return case, referral


def _name(values: Mapping[str, Any]) -> str:
    return str(values.get("naam") or "")


def _participant(section: Section) -> FileParticipant:
    participant = FileParticipant(
        name=section.text("naam", required=True),
        role=section.answer("rol", "rol", required=True),
        parental_authority=_authority(section),
        organisation=section.text("organisatie"),
        phone=section.text("telefoon", limit=40),
        email=section.text("email", limit=254),
    )
    section.close()
    return participant


def _authority(section: Section) -> str:
    """`gezag` is true or false, or one of the answers."""
    if isinstance(section.values.get("gezag"), bool):
        return "ja" if section.value("gezag", bool) else "nee"
    return section.answer("gezag", "gezag")


def _refuse_doubles(top: Section, participants: tuple[FileParticipant, ...]) -> None:
    seen: dict[tuple[str, str], int] = {}
    for number, one in enumerate(participants, 1):
        first = seen.setdefault((one.name, one.role), number)
        if first != number and one.name:
            top.wrong(f"staat er al in dezelfde rol: {first}e.", f"betrokkenen → {number}e ({one.name})")
    directors = [one.name for one in participants if one.role == DIRECTOR]
    if len(directors) > 1:
        top.wrong(f"er is één casusregisseur tegelijk, hier staan er {len(directors)}.", "betrokkenen → rol")


def _event(section: Section) -> FileEvent | None:
    starts, ends = section.period("van", required=True), section.period("tot")
    kind = section.answer("soort", "gebeurtenis_soort", required=True)
    text = section.text("tekst", required=True, limit=SENTENCE)
    provider, result = section.text("aanbieder"), section.text("resultaat", limit=SENTENCE)
    mark = section.answer("markering", "markering")
    section.close()
    if starts is None:
        return None
    return FileEvent(kind, starts, _end(section, starts, ends), text, provider, result, mark)


def _end(section: Section, starts: VagueDate, ends: VagueDate | None) -> VagueDate | None:
    """The end, never before the start: a vague end («tot 2012») that holds the start begins where that begins."""
    if ends is None or ends.date >= starts.date:
        return ends
    if ends.precision == "year" and ends.date.year == starts.date.year:
        return VagueDate(starts.date, "year")
    section.wrong(f"“tot” ({ends.label()}) ligt voor “van” ({starts.label()}).")
    return None


def _verdicts(top: Section, participants: tuple[FileParticipant, ...]) -> tuple[FileVerdict, ...]:
    places = {folded(one.name): place for place, one in reversed(list(enumerate(participants)))}
    found: dict[int, FileVerdict] = {}
    for section in top.sections("gedeeld", lambda values: str(values.get("betrokkene") or "")):
        name = section.text("betrokkene", required=True)
        place = places.get(folded(name))
        verdict = _one_of(section, "oordeel", VERDICTS, required=True)
        words, answered_on = section.text("toelichting", limit=2000), section.day("datum", future=False)
        if name and place is None:
            section.wrong(f"“{name}” staat niet bij de betrokkenen.")
        elif place in found:
            section.wrong(f"“{name}” gaf al een oordeel.")
        elif place is not None:
            found[place] = FileVerdict(place, verdict, words, answered_on)
        section.close()
    return tuple(found.values())


def _action(section: Section) -> FileAction:
    action = FileAction(
        text=section.text("tekst", required=True, limit=SENTENCE),
        owner_name=section.text("wie", required=True),
        due_on=section.day("voor"),
        status=_one_of(section, "status", STATUSES) or "open",
        result=section.text("resultaat", limit=SENTENCE),
    )
    section.close()
    return action


def _one_of(section: Section, key: str, known: Mapping[str, str], *, required: bool = False) -> str:
    words = section.text(key, required=required)
    found = known.get(folded(words), "")
    if words and not found:
        section.wrong(f"“{words}” kennen we niet. Kies uit: {', '.join(known)}.", key)
    return found
