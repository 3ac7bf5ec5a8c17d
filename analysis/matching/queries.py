"""Reading what fits, what was asked and what the next step is: a fixed number of queries."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import QuerySet

from analysis.board.graph import ElementKind
from analysis.board.models import Analysis
from cases.casefile.models import Case
from cases.choices.queries import label, labels
from cases.consent.queries import standing_of
from cases.providers.models import Place
from cases.providers.shown import ShownPlace
from expertteam.ui.dates import age_on, long_date

from .consent import why_not_by_name
from .fit import Match, Need, Offer, match, matches
from .models import UNDER_WAY, Attempt, Candidate, Outcome

ASK_AGAIN_AFTER = timedelta(days=14)


@dataclass(frozen=True)
class Needed:
    """What the analysis says somebody needs: for the page, and (`need`) for the matching."""

    need: Need
    climate: list[str]
    pattern: list[str]
    analysed: bool


@dataclass(frozen=True)
class Found:
    """A place that may fit, as it is shown."""

    shown: ShownPlace
    match: Match


@dataclass
class Listed:
    """A place on the shortlist, with what was asked of it, the latest question first."""

    candidate: Candidate
    shown: ShownPlace
    match: Match
    not_by_name: list[str]
    attempts: list[Attempt] = field(default_factory=list)

    @property
    def open(self) -> Attempt | None:
        """The question that still waits for an answer or a visit."""
        return next((one for one in self.attempts if one.outcome in UNDER_WAY), None)

    @property
    def placed(self) -> Attempt | None:
        """The latest placement here."""
        return next((one for one in self.attempts if one.outcome == Outcome.PLACED), None)


def needed_by(case: Case, day: date) -> Needed:
    """What this young person needs of a place: only climate, protective cards, age and home; two queries.

    Complaints, behaviour and profile are not even read: they may never decide about a place.
    """
    row = Analysis.objects.filter(case=case).values("pk", "climate", "positive_pattern").first()
    climate = [code for code in labels("klimaat") if row and code in row["climate"]]
    pattern = [
        text for code, text in labels("positief_patroon").items() if row and code in row["positive_pattern"]
    ]
    protective = Analysis.objects.filter(case=case, elements__kind=ElementKind.PROTECTIVE)
    strengths = protective.order_by("elements__position", "elements__pk").values_list(
        "elements__text", flat=True
    )
    need = Need(
        climate=tuple(climate),
        strengths=tuple(strengths),
        age=age_on(case.young_person.birth_date, day),
        municipality=case.referral.municipality,
    )
    return Needed(need, [label("klimaat", code) for code in climate], pattern, row is not None)


def offer_of(place: Place) -> Offer:
    """A place as the matching sees it: without what it excludes, because nobody is put under such a word."""
    return Offer(
        place=place.pk,
        name=f"{place.provider} {place}",
        climate_yes=frozenset(place.climate_yes),
        climate_no=frozenset(place.climate_no),
        climate_words=place.climate_words,
        conditions=frozenset(place.conditions),
        note=place.note,
        municipality=place.municipality,
        age_from=place.age_from,
        age_to=place.age_to,
        waiting_weeks=place.waiting_weeks,
    )


def fitting(need: Need, places: QuerySet[Place], day: date) -> list[Found]:
    """Places with their reasons, in the order of `fit.ORDER`; one query."""
    rows = {place.pk: place for place in places}
    ordered = matches(need, [offer_of(place) for place in rows.values()], labels("klimaat"))
    return [Found(ShownPlace(rows[one.offer.place], day), one) for one in ordered]


def listed_for(case: Case, need: Need, day: date) -> list[Listed]:
    """The shortlist: what was asked of each place, whether the name may be shared. A fixed number of queries."""
    candidates = case.candidates.filter(dropped_on=None).select_related(
        "place__provider", "place__checked_by", "added_by"
    )
    names, standing = labels("klimaat"), standing_of(case, day)
    found = {
        one.place_id: Listed(
            one,
            ShownPlace(one.place, day),
            match(need, offer_of(one.place), names),
            why_not_by_name(standing, one.place),
        )
        for one in candidates
    }
    for attempt in attempts_of(case):
        if attempt.place_id in found:
            found[attempt.place_id].attempts.append(attempt)
    return sorted(found.values(), key=in_turn)


def in_turn(one: Listed) -> tuple[int, date]:
    """Where something runs first, then where somebody lives, then what was not asked yet, then refusals."""
    last = one.attempts[0].asked_on if one.attempts else date.min
    if one.open:
        return 0, last
    if one.placed:
        return 1, last
    return (2, last) if not one.attempts else (3, last)


def attempts_of(case: Case) -> QuerySet[Attempt]:
    """Everything that was asked for this case, the latest first."""
    rows = case.attempts.select_related("place__provider", "asked_by")
    return rows.order_by("-asked_on", "-pk")


def refused_before(case: Case) -> dict[int, str]:
    """Place → why it refused for this case, the latest reason."""
    rows = case.attempts.filter(outcome=Outcome.REFUSED).order_by("outcome_on", "pk")
    return {row.place_id: reason_in_words(row) for row in rows}


def reason_in_words(attempt: Attempt) -> str:
    """`vol of te lange wachttijd`, `uitsluitingsgrond: agressie`."""
    about = label("uitsluiting", attempt.exclusion)
    name = label("weigerreden", attempt.reason)
    return f"{name}: {about}".lower() if about else name.lower()


def status_line(attempt: Attempt, day: date) -> str:
    """How a question stands, in one sentence without a full stop."""
    place = attempt.place
    if attempt.outcome == Outcome.VISIT and attempt.visit_on:
        return f"bezoek bij {place} op {long_date(attempt.visit_on)}"
    if attempt.outcome == Outcome.PLACED and attempt.placed_from:
        if attempt.placed_to and attempt.placed_to < day:
            return f"de plek bij {place} liep af op {long_date(attempt.placed_to)}"
        begins = "woont" if attempt.placed_from <= day else "gaat wonen"
        return f"{begins} bij {place} vanaf {long_date(attempt.placed_from)}"
    if attempt.outcome == Outcome.REFUSED:
        return f"{place} zei nee: {reason_in_words(attempt)}"
    if attempt.outcome == Outcome.WITHDRAWN:
        return f"de vraag aan {place} is ingetrokken"
    return f"wacht op antwoord van {place} sinds {long_date(attempt.asked_on)}"
