"""What stands on Mensen: a card per person, in circles; who left; brothers and sisters. A fixed number of queries."""

from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from cases.casefile.models import Case
from cases.choices.queries import label
from expertteam.access.person import Person

from .directing import candidates, is_running
from .family import perhaps_siblings, siblings_of
from .groups import FAMILY, TITLES, Standing, authority_in_words, holds_authority, nearest
from .known import elsewhere, namesakes
from .models import CHILD, DIRECTOR, Participant, SecretContact, SpokenFor, YesNo
from .network import Node, Picture, picture_of


@dataclass
class Card:
    """One person with their roles in this case; `rows` begins with the role that says most."""

    rows: list[Participant]
    elsewhere: list[Case] = field(default_factory=list)
    namesakes: list[Participant] = field(default_factory=list)
    speaks_for: list[str] = field(default_factory=list)
    spoken_by: list[str] = field(default_factory=list)

    @property
    def main(self) -> Participant:
        return self.rows[0]

    @cached_property
    def current(self) -> list[Participant]:
        return [one for one in self.rows if one.is_current]

    @property
    def before(self) -> list[Participant]:
        """The roles they no longer have."""
        return [one for one in self.rows if not one.is_current]

    @property
    def editable(self) -> list[Participant]:
        """The rows one changes: those of now, or all of somebody who left."""
        return self.current or self.rows

    @property
    def roles(self) -> str:
        """The roles they have, in words."""
        return ", ".join(label("rol", one.role) for one in self.current)

    @property
    def is_child(self) -> bool:
        return any(one.role == CHILD for one in self.rows)

    @property
    def directs(self) -> bool:
        return any(one.role == DIRECTOR for one in self.current)

    @property
    def circle(self) -> str:
        standing = [Standing(one.role, one.organisation) for one in self.current or self.rows]
        return nearest(standing)

    @property
    def authority(self) -> str:
        """What is known of their authority, in words."""
        said = (authority_in_words(one.role, one.parental_authority) for one in self.rows)
        return next((words for words in said if words), "")

    @property
    def decides(self) -> bool:
        return any(holds_authority(one.role, one.parental_authority) for one in self.current)

    @property
    def authority_unknown(self) -> bool:
        """A parent of whom nobody wrote down whether they decide."""
        asked = [one for one in self.current if one.role in ("ouder", "voogd")]
        return bool(asked) and all(one.parental_authority in ("", "onbekend") for one in asked)

    @property
    def speaks_for_nobody(self) -> bool:
        return not self.speaks_for and any(one.role == "woordvoerder" for one in self.current)

    @property
    def at_table(self) -> list[tuple[str, str]]:
        """Invited and at the table in words, with the kind of badge."""
        asked = [(self.main.invited, "uitgenodigd", "accent"), (self.main.at_table, "aan tafel", "good")]
        return [
            (words, kind) if answer == YesNo.YES else (f"niet {words}", "")
            for answer, words, kind in asked
            if answer
        ]


def rows_of(case: Case) -> list[Participant]:
    """Everybody of this case, and of each whether there is something secret: never what."""
    hidden = SecretContact.objects.filter(participant=OuterRef("pk"))
    rows = case.participants.annotate(
        has_secret_address=Exists(hidden.exclude(address="")),
        has_secret_phone=Exists(hidden.exclude(phone="")),
    )
    return list(rows)


def cards_of(participants: list[Participant]) -> list[Card]:
    """Rows of one person on one card: first the roles they have, the casusregisseur's last."""
    ranked = sorted(participants, key=lambda one: (not one.is_current, one.role == DIRECTOR, one.pk))
    found: dict[UUID, Card] = {}
    for one in ranked:
        found.setdefault(one.person_key, Card([])).rows.append(one)
    return sorted(found.values(), key=lambda card: (not card.is_child, min(one.pk for one in card.rows)))


def add_speaking(case: Case, cards: list[Card]) -> None:
    """For whom somebody speaks, by name; one query."""
    of = {one.pk: card for card in cards for one in card.rows}
    for said in SpokenFor.objects.filter(case=case):
        speaker, person = of[said.speaker_id], of[said.person_id]
        speaker.speaks_for.append(person.main.name)
        person.spoken_by.append(speaker.main.name)


def add_other_cases(person: Person, case: Case, cards: list[Card], participants: list[Participant]) -> None:
    """In which other cases they are, and for who may change: who there has the same name."""
    others = elsewhere(person, case, participants)
    alike = namesakes(person, case, participants) if "people.change" in case.rights else {}
    for card in cards:
        card.elsewhere = others.get(card.main.person_key, [])
        card.namesakes = alike.get(card.main.person_key, [])


def people_page(person: Person, case: Case) -> dict[str, Any]:
    """Everything the page shows."""
    participants = rows_of(case)
    cards = cards_of(participants)
    add_speaking(case, cards)
    add_other_cases(person, case, cards, participants)
    now = [card for card in cards if card.current]
    siblings = siblings_of(person, case)
    may_change = "people.change" in case.rights
    director = next((card for card in now if card.directs), None)
    return {
        "circles": circles_of(now),
        "earlier": [card for card in cards if not card.current],
        "nobody": not cards,
        "director": director,
        "needs_director": is_running(case) and director is None,
        "candidates": candidates(participants) if may_change else [],
        "siblings": siblings,
        "perhaps_siblings": perhaps_siblings(person, case, participants) if may_change else [],
        "picture": drawn(case, now, siblings),
    }


def circles_of(cards: list[Card]) -> list[tuple[str, list[Card]]]:
    """The cards per circle, the nearest first; circles with nobody are left out."""
    order = list(TITLES)
    ranked = sorted(cards, key=lambda card: order.index(card.circle))
    return [(TITLES[circle], list(own)) for circle, own in groupby(ranked, key=lambda card: card.circle)]


SIBLING_WORDS = {"meisje": "zus", "jongen": "broer"}


def drawn(case: Case, cards: list[Card], siblings: list[Any]) -> Picture | None:
    """The people around the young person as a picture; None while nobody else is known."""
    nodes = [
        Node(
            card.main.name, card.circle, card.roles,
            decides=card.decides, directs=card.directs, speaks_for=tuple(card.speaks_for),
        )
        for card in cards
        if not card.is_child
    ]  # fmt: skip
    for one in siblings:
        word = SIBLING_WORDS.get(one.young_person.gender, "broer of zus")
        nodes.append(Node(str(one.young_person), FAMILY, word.capitalize(), sibling=True))
    return picture_of(str(case.young_person), nodes) if nodes else None
