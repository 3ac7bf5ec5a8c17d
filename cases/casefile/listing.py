"""The list of cases: filters from the address, order, fifty a page, a count that stops at a thousand."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.contrib.postgres.lookups import Unaccent
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from cases.choices.queries import labels
from expertteam.access.person import Person
from expertteam.access.rules import rule
from expertteam.accounts.models import Role, User
from expertteam.ui.capped import CappedPage

from .models import Case, CaseNumberCounter, Phase
from .search import forgive_typing_errors, matching

NEWEST = "nieuwste"
NOBODY = "geen"
BEST = ""
CONSENT = "toestemming"
LACKING = [("bespreken", "ontbreekt om te bespreken"), ("monitor", "ontbreekt voor de monitor")]

Options = list[tuple[str, str]]


@dataclass(frozen=True)
class Filter:
    """One filter: its name in the address, its label, and the field it looks at (none: see `found_cases`)."""

    param: str
    label: str
    lookup: str


FILTERS = [
    Filter("fase", "Fase", "phase"),
    Filter("gemeente", "Gemeente", "referral__municipality"),
    Filter("regie", "Procesregisseur", "owner_id"),
    Filter("vraag", "Vraag", "referral__question_kind"),
    Filter("jaar", "Jaar", "year"),
    Filter(CONSENT, "Toestemming", ""),
]
SORTS: dict[str, tuple[str, list[object]]] = {
    NEWEST: ("Nieuwste eerst", ["-year", "-sequence"]),
    "oudste": ("Oudste eerst", ["year", "sequence"]),
    "naam": ("Op naam", [Lower(Unaccent("young_person__last_name")), "young_person__first_name", "pk"]),
    "bewerkt": ("Laatst bewerkt eerst", ["-touched_at", "-pk"]),
}


@dataclass
class Asked:
    """What somebody asked of the list: chosen filters by name, only open ones, order, page and search term.

    `only_counted`: those that count in the monitor. `written_in`: keys of the cases in which the term is written
    (cases.search).
    """

    chosen: dict[str, str] = field(default_factory=dict)
    only_open: bool = False
    only_counted: bool = False
    sort: str = NEWEST
    page: int = 1
    term: str = ""
    written_in: list[int] = field(default_factory=list)


class CasePage(CappedPage[Case]):
    """One page of cases."""

    one, many = "casus", "casussen"

    @property
    def cases(self) -> list[Case]:
        return self.found


def options_for(person: Person) -> dict[str, Options]:
    """What can be chosen per filter, and nothing this person may not know: at most two queries.

    Who sees all cases of the team chooses from the team's own lists (no DISTINCT over the cases); who sees some of
    them chooses from what occurs in those.
    """
    right = rule("case.list")
    sees_all = person.has(*(right.roles - right.granted_only))
    found = team_values(person) if sees_all else own_values(person)
    return {
        "fase": [(p.value, p.label) for p in Phase if p.value in found["phases"]],
        "gemeente": labelled("gemeente", found["municipalities"]),
        "regie": owner_options(found["owners"], nobody=sees_all),
        "vraag": labelled("wat_is_de_vraag", found["questions"]),
        "jaar": [(str(year), str(year)) for year in sorted(found["years"], reverse=True)],
        CONSENT: LACKING,
    }


def owner_options(owners: set[tuple[int, str]], *, nobody: bool) -> Options:
    """Who has cases, by name; last the cases that nobody has."""
    names = sorted(((str(pk), name) for pk, name in owners), key=lambda pair: pair[1])
    return [*names, (NOBODY, "nog niemand")] if nobody else names


def labelled(question: str, codes: set[str]) -> Options:
    return sorted(((c, text) for c, text in labels(question).items() if c in codes), key=lambda pair: pair[1])


def team_values(person: Person) -> dict[str, set]:
    """Phases, municipalities, owners, questions and years of the whole team."""
    owns = Case.objects.filter(team=person.team, owner=OuterRef("pk"))
    directs = Q(memberships__team=person.team, memberships__role=Role.PROCESS_DIRECTOR)
    owners = User.objects.filter(Q(directs) | Exists(owns)).values_list("pk", "name")
    counters = CaseNumberCounter.objects.filter(team=person.team)
    return {
        "phases": set(Phase.values),
        "municipalities": set(person.team.municipalities),
        "owners": set(owners),
        "questions": set(labels("wat_is_de_vraag")),
        "years": set(counters.values_list("year", flat=True)),
    }


def own_values(person: Person) -> dict[str, set]:
    """The same, of the few cases this person may see."""
    rows = Case.objects.visible_to(person).values_list(
        "phase", "referral__municipality", "owner_id", "owner__name", "referral__question_kind", "year"
    )
    found: dict[str, set] = {
        name: set() for name in ("phases", "municipalities", "owners", "questions", "years")
    }
    for phase, municipality, owner, name, question, year in rows.distinct():
        found["phases"].add(phase)
        found["municipalities"].add(municipality)
        found["questions"].add(question)
        found["years"].add(year)
        if owner:
            found["owners"].add((owner, name))
    return found


def asked_from(query: Mapping[str, str], options: dict[str, Options], term: str, page: int = 1) -> Asked:
    """Read the address; what is not among the options is left out."""
    chosen = {f.param: query.get(f.param, "") for f in FILTERS}
    chosen = {name: value for name, value in chosen.items() if value in dict(options[name])}
    sort = query.get("sorteer", "")
    return Asked(
        chosen=chosen,
        only_open=query.get("open") == "1",
        only_counted=query.get("telt") == "1",
        sort=sort if sort in SORTS else (BEST if term else NEWEST),
        page=page,
        term=term,
    )


def found_cases(person: Person, asked: Asked) -> QuerySet[Case]:
    """The cases this person may see that answer what was asked, in order."""
    lookups: dict[str, str | None] = {
        one.lookup: asked.chosen[one.param] for one in FILTERS if one.lookup and one.param in asked.chosen
    }
    if lookups.get("owner_id") == NOBODY:
        lookups["owner_id"] = None
    visible = Case.objects.visible_to(person).filter(**lookups)
    if asked.only_counted:
        visible = visible.counted()
    if CONSENT in asked.chosen:
        visible = visible.lacking_consent(asked.chosen[CONSENT])
    cases: QuerySet[Case] = visible.still_open() if asked.only_open else visible
    if asked.term:
        cases = matching(cases, asked.term, asked.written_in)
    order = ["-likeness", "-year", "-sequence"] if asked.sort == BEST else SORTS[asked.sort][1]
    return cases.order_by(*order)


@transaction.atomic
def page_of(person: Person, asked: Asked) -> CasePage:
    """One page of the list: the page and a capped count, two queries however many cases there are."""
    if asked.term:
        forgive_typing_errors(asked.term)
    cases = found_cases(person, asked)
    texts = ("voice_young_person", "voice_parents", "voice_referrer", "tried_before", "decision_reason")
    shown = cases.select_related("young_person", "owner", "referral").defer(
        *(f"referral__{name}" for name in texts)
    )
    return CasePage.of(shown, asked.page)
