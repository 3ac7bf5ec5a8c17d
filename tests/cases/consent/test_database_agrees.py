"""The function of the database and the rules in Python give the same answer, whatever the situation."""

import uuid
from datetime import date
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.casefile.models import Case
from cases.consent.database import ConsentState
from cases.consent.models import Consent, ConsentParty, OtherBasis
from cases.consent.purposes import PER_PARTY, Purpose
from cases.consent.queries import standing_of
from cases.followup.models import Closure
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.ui.dates import birthday
from tests.factories import make_case

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 24))
PEOPLE = [uuid.UUID(int=number) for number in (1, 2)]

people = st.lists(
    st.tuples(
        st.sampled_from(PEOPLE),
        st.sampled_from(["ouder", "voogd", "pleegouder"]),
        st.sampled_from(["", "ja", "nee", "gedeeld", "voogd", "onbekend"]),
        st.none() | DAYS,
    ),
    max_size=3,
)
words = st.lists(
    st.tuples(st.integers(-1, 2), st.sampled_from(["gegeven", "geweigerd", "ingetrokken", "onbereikbaar"]), DAYS,
              st.booleans()),
    max_size=5,
)  # fmt: skip
bases = st.lists(st.tuples(DAYS, st.booleans(), st.booleans()), max_size=1)


def person_of(case: Case, place: int, of_whom: tuple[Any, ...]) -> Participant:
    key, role, authority, left = of_whom
    return Participant(
        case=case,
        person_key=key,
        name=f"Anja {place}",
        role=role,
        parental_authority=authority,
        ended_on=left,
    )


def fill(case: Case, purpose: str, around: list, said: list, grounds: list) -> ConsentParty | None:
    """Put exactly this in the case."""
    Consent.objects.filter(case=case).delete()
    OtherBasis.objects.filter(case=case).delete()
    Participant.objects.filter(case=case).delete()
    ConsentParty.objects.filter(case=case).delete()
    party = (
        ConsentParty.objects.create(case=case, purpose=purpose, name="De Toren")
        if purpose in PER_PARTY
        else None
    )
    rows = Participant.objects.bulk_create(person_of(case, n, one) for n, one in enumerate(around))
    about = {"case": case, "purpose": purpose, "party": party, "recorded_by": case.owner}
    for who, answer, day, decided in said:
        participant = rows[who] if 0 <= who < len(rows) else None
        if answer == "onbereikbaar" and participant is None:
            continue
        how = {"decided_by": "Petra" if decided else ""} if answer == "onbereikbaar" else {"how": "papier"}
        Consent.objects.create(
            participant=participant, answer=answer, said_on=day, note="Gebeld.", **how, **about
        )
    for since, one_party, ended in grounds:
        whole = {**about, "party": party if one_party else None}
        ground = {"kind": "anders", "reason": "Nodig.", "decided_by": "Petra", "decided_on": since}
        OtherBasis.objects.create(**whole, **ground, ended_on=since if ended else None)
    return party


@pytest.fixture
def case(petra: Person) -> Case:
    return make_case(petra, consent=False)


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    born=st.dates(date(2007, 1, 1), date(2017, 1, 1)),
    frame=st.sampled_from(["vrijwillig", "voogdij"]),
    basis=st.sampled_from(["toestemming", "overgenomen_register"]),
    closed_on=st.none() | DAYS,
    purpose=st.sampled_from([one.value for one in Purpose]),
    around=people,
    said=words,
    grounds=bases,
)
def test_the_same_answer(
    case: Case, born: date, frame: str, basis: str, closed_on: date | None, purpose: str, around: list, said: list,
    grounds: list,
) -> None:  # fmt: skip
    type(case.young_person).objects.filter(pk=case.young_person_id).update(birth_date=born)
    type(case.referral).objects.filter(pk=case.pk).update(legal_frame=frame)
    Case.objects.filter(pk=case.pk).update(legal_basis=basis, phase="afgesloten" if closed_on else "analyse")
    Closure.objects.filter(case=case.pk).update(closed_on=closed_on)
    party = fill(case, purpose, around, said, grounds)
    found = Case.objects.get(pk=case.pk)
    told = standing_of(found, TODAY).verdict(purpose, party).summary
    state = ConsentState(purpose, TODAY)
    if party:
        parties = ConsentParty.objects.filter(pk=party.pk)
        counted = parties.values_list(
            ConsentState(purpose, TODAY, case="case_id", party="pk"), flat=True
        ).get()
    else:
        counted = Case.objects.filter(pk=case.pk).values_list(state, flat=True).get()
    assert counted == told


@pytest.mark.django_db
@given(st.dates(date(1990, 1, 1), date(2026, 12, 31)), st.sampled_from([12, 16, 18]))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_same_birthday(born: date, age: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cases_birthday(%s, %s)", [born, age])
        assert cursor.fetchone()[0] == birthday(born, age)


@pytest.mark.django_db
@pytest.mark.parametrize("age", [12, 16, 18])
def test_the_birthday_of_a_leap_day(age: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cases_birthday(%s, %s)", [date(2012, 2, 29), age])
        assert cursor.fetchone()[0] == birthday(date(2012, 2, 29), age)
