"""Cases with a full board each, and the people who meet about them; written in bulk."""

from datetime import date
from itertools import cycle

from analysis.board.models import Analysis, Element, Explanation, Link
from cases.casefile.models import Case, LegalBasis, Phase
from cases.people.models import YoungPerson
from expertteam.access.person import Person, person_in
from expertteam.accounts.models import Membership, Role, User

from .board import board_of

YEAR = 2023
KINDS = ("klacht", "ontstaan", "uitlokkend", "in_stand_houdend", "beschermend")


def colleagues(by: Person, count: int) -> list[Person]:
    """So many people of the same team who may write in every analysis; the same ones the next time."""
    found = []
    for number in range(count):
        user, made = User.objects.get_or_create(
            email=f"collega{number}@{by.team.code}.test", name=f"Collega {number}"
        )
        if made:
            Membership.objects.create(user=user, team=by.team, role=Role.PROCESS_DIRECTOR)
        person = person_in(user, by.team)
        assert person is not None
        found.append(person)
    return found


def new_case(by: Person, sequence: int) -> Case:
    child = YoungPerson.objects.create(
        team=by.team, first_name="Ruben", last_name=f"Pot {sequence}", birth_date=date(2010, 9, 14)
    )
    return Case.objects.create(
        team=by.team, year=YEAR, sequence=sequence, number=f"{YEAR}-{sequence:03d}", young_person=child,
        phase=Phase.ANALYSIS, owner=by.user, kind="procesregie", urgency="regulier", legal_basis=LegalBasis.REGISTER,
    )  # fmt: skip


def boards_of(
    by: Person, count: int, people: int, cards: int, links: int
) -> list[tuple[Case, list[Element]]]:
    """So many cases with a board; one card (without links: explanation) for each of the people, at least."""
    first = Case.objects.filter(team=by.team).count() + 1
    return [board(new_case(by, first + number), max(cards, people), links) for number in range(count)]


def board(case: Case, cards: int, links: int) -> tuple[Case, list[Element]]:
    """Cards in a chain with links across, as in a long meeting; without links so many explanations."""
    analysis = Analysis.objects.create(case=case, version=0)
    if not links:
        rows = [
            Explanation(analysis=analysis, text=f"begin{n}", certainty="hypothese", position=n)
            for n in range(cards)
        ]
        for row in rows:
            row.save()
        return case, rows  # type: ignore[return-value]
    kinds = cycle(KINDS[:4])
    elements = [
        Element(analysis=analysis, kind=next(kinds), domain="jeugdige", source="ouder", position=n,
                text=f"Kaartje {n} over wat er thuis en op school gebeurt")
        for n in range(cards)
    ]  # fmt: skip
    for one in elements:
        one.save()
    pairs = [(edge.source, edge.target) for edge in board_of(cards, links).edges]
    Link.objects.bulk_create(
        Link(analysis=analysis, source=elements[a], target=elements[b], kind="versterkt", position=place)
        for place, (a, b) in enumerate(pairs)
    )
    return case, elements
