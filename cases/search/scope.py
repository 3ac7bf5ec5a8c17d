"""What somebody may find: the same rights as the gate gives, asked of all cases at once."""

from dataclasses import dataclass
from typing import Any

from cases.casefile.models import Case, CaseGrant, ConflictOfInterest
from expertteam.access.person import Person
from expertteam.access.rules import Rule, all_rules
from expertteam.accounts.models import Role

from .sources import search_sources

CASE_RULE = "case.read"  # of name and number, see database.py
GRANTED = frozenset({Role.EXPERT, Role.CARE_ADVISOR})  # as in `cases.casefile.gate.opened_for`
MATCHING = frozenset({Role.CARE_ADVISOR})
FEW_CASES = 200


@dataclass(frozen=True)
class Scope:
    """`everywhere`: rights on all cases of the team. `opened`: (rights, cases they hold for). `closed`: cases that are
    closed to this person, whatever else they may."""

    team: int
    everywhere: list[str]
    opened: list[tuple[list[str], list[int]]]
    closed: tuple[int, ...] = ()

    def rows(self) -> tuple[str, str, list[Any]]:
        """SQL of the table `e`, of the condition that leaves only what may be found of it, and their parameters.

        Of somebody with few cases all rows are read, whatever the word: that is always quick, and the planner, who
        cannot know how rare a word is among them, has nothing to choose.
        """
        parts, values = ["e.rule = ANY(%s)"], [self.everywhere]
        for rights, cases in self.opened:
            parts.append("(e.rule = ANY(%s) AND e.case_id = ANY(%s))")
            values += [rights, cases]  # type: ignore[list-item]
        if len(parts) > 1 and not self.everywhere:
            parts, values = parts[1:], values[1:]
        few = sorted({case for _, cases in self.opened for case in cases})
        table, mine = "cases_searchentry", []
        if not self.everywhere and len(few) <= FEW_CASES:
            table, mine = "(SELECT * FROM cases_searchentry WHERE case_id = ANY(%s) OFFSET 0)", [few]
        condition = f"e.team_id = %s AND ({' OR '.join(parts)})"
        if self.closed:
            condition = f"{condition} AND e.case_id <> ALL(%s)"
            values.append(list(self.closed))  # type: ignore[arg-type]
        return table, condition, [*mine, self.team, *values]


def scope_of(person: Person) -> Scope:
    """At most three queries; one for who may read everything of the team."""
    asked = [one for one in all_rules() if one.name in rules_asked()]
    everywhere = [one.name for one in asked if person.has(*(one.roles - one.granted_only))]
    opened = []
    for roles, cases in ((GRANTED, given_to), (MATCHING, matching_of)):
        rights = [one.name for one in asked if opens(one, person, roles) and one.name not in everywhere]
        if rights:
            opened.append((rights, cases(person)))
    return Scope(person.team.pk, everywhere, opened, tuple(closed_to(person)))


def closed_to(person: Person) -> list[int]:
    """The cases of young people in whom, somebody said, this person has a stake."""
    closed = ConflictOfInterest.objects.young_people_closed_to(person.user)
    cases = Case.objects.filter(team=person.team, young_person__in=closed)
    return list(cases.values_list("pk", flat=True))


def rules_asked() -> set[str]:
    """The rights that anything that can be found asks for."""
    return {CASE_RULE, *(source.rule for source in search_sources().values())}


def opens(right: Rule, person: Person, opened: frozenset[Role]) -> bool:
    """Whether a case that is opened to these roles gives this person the right."""
    return bool(person.roles & right.granted_only & opened)


def given_to(person: Person) -> list[int]:
    grants = CaseGrant.objects.filter(user=person.user, ended_at=None, case__team=person.team)
    return list(grants.values_list("case_id", flat=True))


def matching_of(person: Person) -> list[int]:
    cases = Case.objects.filter(team=person.team, matching_requested=True)
    return list(cases.values_list("pk", flat=True))
