"""The invented providers of the demo with their places, and what was asked of them for one young person."""

import json
from datetime import date, timedelta
from typing import Any

from analysis.matching.actions import Asking, CameOf, ask, shortlist, write_answer
from analysis.matching.models import Outcome
from cases.casefile.models import Case
from cases.consent.actions import add_parties
from cases.consent.purposes import Answer, Purpose
from cases.providers.actions import PlaceData, ProviderData, add_place, add_provider
from cases.providers.models import Place, Provider
from expertteam.access.person import Person
from monitor.demo.cases import DATA
from monitor.demo.consent import answer_then_and_now


def ensure_providers(by: Person, today: date) -> int:
    """Providers and places of the person's team that are not there yet; returns how many places were new."""
    made = 0
    for wish in read().get(by.team.code, []):
        if Provider.objects.filter(team=by.team, name=wish["naam"]).exists():
            continue
        told = ProviderData(
            wish["naam"], wish.get("telefoon", ""), wish.get("email", ""), wish.get("toelichting", "")
        )
        provider = add_provider(by=by, data=told)
        for one in wish["plekken"]:
            place = add_place(by=by, provider=provider, data=place_data(one))
            age(place, today - timedelta(days=one["nagegaan"]))
            made += 1
    return made


def ensure_matching(by: Person, today: date) -> None:
    """What was asked for the cases of the demo that look for a place, unless something was asked already."""
    for key, wishes in read()["zoeken"].items():
        case = Case.objects.filter(team=by.team, source_key=f"demo:{key}").first()
        if case is not None and not case.candidates.exists():
            for wish in wishes:
                look_for(by, case, wish, today)


def look_for(by: Person, case: Case, wish: dict[str, Any], today: date) -> None:
    """One place on the list; asked when the wish says when, and what came of it when it says that."""
    place = Place.objects.select_related("provider").get(provider__team=by.team, name=wish["plek"])
    shortlist(by=by, case=case, place=place, why=wish.get("waarom", ""))
    if "dagen_geleden" not in wish:
        return
    asked_on, by_name = today - timedelta(days=wish["dagen_geleden"]), wish.get("bij_naam", False)
    if by_name:
        agree_to_share(by, case, place, asked_on, today)
    asking = Asking(asked_on, by_name=by_name, contact=wish["wie"], question=wish["vraag"])
    attempt = ask(by=by, case=case, place=place, data=asking)
    if said := came_of(wish, today):
        write_answer(by=by, attempt=attempt, data=said, version=attempt.version)


def agree_to_share(by: Person, case: Case, place: Place, asked_on: date, today: date) -> None:
    """Everybody the law asks says yes to sharing with the provider of this place."""
    name = place.provider.name
    add_parties(by=by, case=case, names=[name], purposes=[Purpose.SHARE])
    answer_then_and_now(
        by, case, asked_on, today,
        lambda row, box: Answer.GIVEN if row.party and row.party.name == name else None,
    )  # fmt: skip


def came_of(wish: dict[str, Any], today: date) -> CameOf | None:
    """A refusal, a placement, or None while the place has not answered."""
    if no := wish.get("nee"):
        on = today - timedelta(days=no["dagen_geleden"])
        return CameOf(
            Outcome.REFUSED, on, reason=no["reden"], exclusion=no.get("uitsluiting", ""), words=no["woorden"]
        )
    if yes := wish.get("geplaatst"):
        on, placed_from = (today - timedelta(days=yes[when]) for when in ("dagen_geleden", "vanaf"))
        return CameOf(Outcome.PLACED, on, placed_from=placed_from, words=yes["woorden"], how=yes["hoe"])
    return None


def place_data(wish: dict[str, Any]) -> PlaceData:
    """A place of the file as it could be typed."""
    yes, no = wish.get("klimaat", {}), wish.get("geen", {})
    name, phone = wish["contact"]
    return PlaceData(
        name=wish["naam"],
        stay=wish["soort"],
        municipality=wish["gemeente"],
        town=wish["plaats"],
        age_from=wish["leeftijd"][0],
        age_to=wish["leeftijd"][1],
        climate_yes=list(yes),
        climate_no=list(no),
        climate_words={code: words for code, words in {**yes, **no}.items() if words},
        conditions=wish.get("werk", []),
        conditions_missing=wish.get("mist", []),
        says_excludes=wish.get("zegt", []),
        does_exclude=wish.get("doet", []),
        does_accept=wish.get("welkom", []),
        exclusion_words=wish.get("toelichting_uitsluiten", ""),
        waiting_weeks=wish.get("wachttijd"),
        contact_name=name,
        contact_phone=phone,
    )


def age(place: Place, day: date) -> None:
    """Let a place be checked on an earlier day: the demo is not of today alone."""
    heard = None if place.waiting_weeks is None else day
    Place.objects.filter(pk=place.pk).update(checked_on=day, waiting_checked_on=heard)


def read() -> dict[str, Any]:
    """The file with all of it."""
    found: dict[str, Any] = json.loads((DATA / "aanbieders.json").read_text(encoding="utf-8"))
    return found
