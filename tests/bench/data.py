"""Many invented cases, written in bulk: measuring is about reading them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from django.db import connection, transaction

from analysis.board.models import Analysis
from cases.casefile.models import Case, LegalBasis, Phase
from cases.choices.queries import all_answers
from cases.followup.models import Closure
from cases.intake.models import Decision, Referral
from cases.people.models import YoungPerson
from expertteam.access.person import Person, person_in
from expertteam.accounts.models import Membership, Role, Team, User

YEAR = 2022


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is written in the block is gone after it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def somebody(code: str) -> Person:
    """A coordinator who is also procesregisseur, in a team of their own."""
    team = Team.objects.create(code=code, region=code.capitalize(), municipalities=["GM0014", "GM0037"])
    user = User.objects.create_user(f"iemand@{code}.test", "x", name="Iemand Anders")
    for role in (Role.COORDINATOR, Role.PROCESS_DIRECTOR):
        Membership.objects.create(user=user, team=team, role=role)
    person = person_in(user, team)
    assert person is not None
    return person


def fill(by: Person, count: int) -> None:
    """So many cases of one year with every answer the monitor counts, the same every time."""
    pick = Random(count)  # nosec B311
    codes = {question: [one.code for one in answers] for question, answers in all_answers().items()}
    people = YoungPerson.objects.bulk_create(young_people(by.team, count, codes, pick), batch_size=2000)
    cases = Case.objects.bulk_create(
        (
            Case(
                team=by.team, year=YEAR, sequence=place, number=f"{YEAR}-{place:05d}", young_person=person,
                phase=Phase.CLOSED, owner=by.user, kind="procesregie", urgency="regulier",
                legal_basis=LegalBasis.REGISTER, search_text=f"{person} {YEAR}-{place:05d}".lower(),
            )
            for place, person in enumerate(people, start=1)
        ),
        batch_size=2000,
    )  # fmt: skip
    Referral.objects.bulk_create((referral(case, codes, pick) for case in cases), batch_size=2000)
    Closure.objects.bulk_create((closure(case, codes, pick) for case in cases), batch_size=2000)
    Analysis.objects.bulk_create((analysis(case, codes, pick) for case in cases), batch_size=2000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


Codes = dict[str, list[str]]


def young_people(team: Team, count: int, codes: Codes, pick: Random) -> Iterator[YoungPerson]:
    for place in range(count):
        born = date(2004, 1, 1) + timedelta(days=place * 7 % 5500)
        name = "".join("abcdefghij"[int(digit)] for digit in str(place))
        yield YoungPerson(
            team=team, first_name="Ruben", last_name=f"Pot {name}", birth_date=born,
            gender=pick.choice(codes["geslacht"]),
        )  # fmt: skip


def referral(case: Case, codes: Codes, pick: Random) -> Referral:
    def one(question: str) -> str:
        return pick.choice(codes[question])

    return Referral(
        case=case, referred_on=date(YEAR, 1, 1) + timedelta(days=case.sequence % 365), asker=one("wie_stelt_de_vraag"),
        municipality=one("gemeente"), residence=one("verblijf"), education=one("type_onderwijs"),
        school_problems=one("problemen_op_school"), legal_frame=one("juridisch_kader"),
        transfer=one("doorstroom_verblijf"), question_kind=one("wat_is_de_vraag"),
        bottlenecks=pick.sample(codes["knelpunten_vooraf"], 3), prior_analysis=one("va_vooraf"),
        prior_analysis_by=one("va_gemaakt_door"), re_referral=one("heraanmelding"), decision=Decision.ACCEPTED,
    )  # fmt: skip


def closure(case: Case, codes: Codes, pick: Random) -> Closure:
    return Closure(
        case=case, closed_on=date(YEAR + 1, 6, 1), at_table=pick.choice(codes["aan_tafel"]),
        hours=Decimal(case.sequence % 30),
        satisfaction_family=pick.choice(codes["tevreden"]), satisfaction_professionals=pick.choice(codes["tevreden"]),
        effects=pick.sample(codes["effecten"], 2), costs=pick.choice(codes["kosten"]),
        contributions=pick.sample(codes["bijdrage"], 2),
    )  # fmt: skip


def analysis(case: Case, codes: Codes, pick: Random) -> Analysis:
    care, strong = pick.sample(codes["schadelijke_zorg"], 1), pick.sample(codes["positief_patroon"], 2)
    return Analysis(
        case=case, harmful_care=care, positive_pattern=strong, profile=pick.choice(codes["profiel"])
    )
