"""Steps of a case: given from the template, done, skipped with a reason, added and put in another order."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.casefile.actions import grant_case
from cases.casefile.models import Case, Phase
from cases.process.models import ProcessStep, StepStatus
from cases.process.steps import give_steps, next_step, parts_of, steps_of
from cases.process.template import DEFAULT_STEPS
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

As = Callable[[Person], Client]
ALL = sum(len(texts) for texts in DEFAULT_STEPS.values())
FIRST = DEFAULT_STEPS[next(iter(DEFAULT_STEPS))][0]


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/procesregie/{rest}"


def test_who_steers_gives_the_steps_by_opening_the_page(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    for _ in range(2):
        page = client.get(address(case)).content.decode()
    assert case.steps.count() == ALL and page.count("De volgende stap") == 1 and FIRST in page
    assert AuditEvent.objects.filter(event="process.steps_given").count() == 1
    assert FIRST in client.get(f"/casussen/{case.number}/").content.decode(), "the header says what is next"


def test_who_only_reads_changes_nothing(petra: Person, emre: Person, as_: As) -> None:
    case = make_case(petra)
    grant_case(by=petra, case=case, user=emre.user)
    page = as_(emre).get(address(case)).content.decode()
    assert FIRST in page and not case.steps.exists()
    assert "Koers afspreken" not in page and "Gedaan<" not in page and "Overdragen" not in page


@pytest.mark.parametrize(
    "phase", [Phase.TRIAGE, Phase.WAITING, Phase.CLOSED, Phase.DECLINED, Phase.REFERRED_ON]
)
def test_a_case_that_does_not_run_gets_no_steps(phase: Phase, petra: Person, as_: As) -> None:
    case = make_case(petra, phase=phase)
    assert as_(petra).get(address(case)).status_code == 200
    assert not case.steps.exists() and not give_steps(by=petra, case=case) and next_step(case) is None
    as_(petra).post(address(case, "stappen/nieuw/"), {"text": "Toch iets", "stage": "volgen"})
    assert not case.steps.exists()


def test_done_in_one_click_and_the_next_one_comes(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    give_steps(by=petra, case=case)
    first = next_step(case)
    assert first
    for _ in range(2):
        client.post(address(case, f"stappen/{first.pk}/gedaan/"))
    first.refresh_from_db()
    assert (first.status, first.settled_on) == (StepStatus.DONE, timezone.localdate())
    after = next_step(case)
    assert after and after.text == "Vraag toestemming"
    assert AuditEvent.objects.filter(event="process.step_changed").count() == 1


def test_a_case_that_is_followed_goes_on_from_there(petra: Person) -> None:
    case = make_case(petra, phase=Phase.FOLLOWING)
    give_steps(by=petra, case=case)
    now = next_step(case)
    assert now and now.stage == "volgen"
    assert [part.stage for part in parts_of(steps_of(case)) if part.is_now] == ["volgen"]
    case.steps.exclude(stage="intake").update(status=StepStatus.DONE, settled_on=timezone.localdate())
    left = next_step(case)
    assert left and left.stage == "intake", "nothing after it is open: what was left asks again"


def test_skipping_needs_a_reason(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    give_steps(by=petra, case=case)
    step = next_step(case)
    assert step
    skipped = {"text": step.text, "status": "overgeslagen", "settled_on": "", "note": ""}
    answer = client.post(address(case, f"stappen/{step.pk}/"), skipped)
    assert answer.status_code == 422 and list(answer.context["form"].errors) == ["note"]
    page = client.post(
        address(case, f"stappen/{step.pk}/"), {**skipped, "note": "Iedereen kende elkaar al"}, follow=True
    ).content.decode()
    assert "overgeslagen op" in page and "Iedereen kende elkaar al" in page
    client.post(
        address(case, f"stappen/{step.pk}/"), {"text": step.text, "status": "open", "settled_on": "1-3-2026"}
    )
    step.refresh_from_db()
    assert (step.status, step.settled_on, step.note) == (StepStatus.OPEN, None, "")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": ""}, "text"), ({"text": "x" * 201}, "text"), ({"text": "Vraag toestemming"}, "text"),
        ({"settled_on": "1-1-2100"}, "settled_on"), ({"status": "zomaar"}, "status"),
    ],
)  # fmt: skip
def test_mistakes_stand_at_their_field(wrong: dict, field: str, petra: Person, as_: As) -> None:
    case = make_case(petra)
    give_steps(by=petra, case=case)
    step = next_step(case)
    assert step
    answer = as_(petra).post(
        address(case, f"stappen/{step.pk}/"), {"text": step.text, "status": "gedaan", **wrong}
    )
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]


def test_a_step_of_ones_own_stands_last_and_can_be_moved(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    for _ in range(2):
        client.post(address(case, "stappen/nieuw/"), {"text": "Bel de wijkagent", "stage": "intake"})
    steps = [step.text for step in steps_of(case) if step.stage == "intake"]
    assert steps[-1] == "Bel de wijkagent" and len(steps) == len(set(steps))
    step = case.steps.get(text="Bel de wijkagent")
    for _ in range(10):  # further than the first place there is none
        client.post(address(case, f"stappen/{step.pk}/plaats/"), {"richting": "omhoog"})
    assert steps_of(case)[0] == step
    client.post(address(case, f"stappen/{step.pk}/plaats/"), {"richting": "omlaag"})
    assert [one.text for one in steps_of(case)][:2] == [FIRST, "Bel de wijkagent"]


def test_everything_left_is_skipped_at_once(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    give_steps(by=petra, case=case)
    assert client.post(address(case, "stappen/overslaan/"), {"note": " "}).status_code == 422
    page = client.post(
        address(case, "stappen/overslaan/"), {"note": "Verhuisd"}, follow=True
    ).content.decode()
    assert f"{ALL} stappen overgeslagen" in page and next_step(case) is None
    assert set(case.steps.values_list("note", flat=True)) == {"Verhuisd"}


def test_every_part_is_there(petra: Person) -> None:
    parts = parts_of(steps_of(make_case(petra)))
    assert [part.label for part in parts] == [
        "intake en triage",
        "gedeelde analyse en plan",
        "volgen",
        "afsluiten",
    ]
    assert [part.is_now for part in parts] == [True, False, False, False]


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "gedaan"},
        {"status": "overgeslagen", "settled_on": date(2026, 3, 1)},
        {"settled_on": date(2026, 3, 1)},
        {"stage": "x"},
        {"text": ""},
    ],
)
def test_the_database_refuses(wrong: dict, petra: Person) -> None:
    case = make_case(petra)
    with pytest.raises(IntegrityError), transaction.atomic():
        ProcessStep.objects.create(**{"case": case, "stage": "intake", "text": "Bel", **wrong})


def test_the_history_tells_what_changed_and_not_the_template(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    client.get(address(case))
    client.post(address(case, f"stappen/{case.steps.get(text=FIRST).pk}/gedaan/"))
    page = client.get(f"/casussen/{case.number}/geschiedenis/").content.decode()
    assert f"bij de stap ‘{FIRST}’" in page and "Vraag toestemming’" not in page


def test_of_another_case(petra: Person, as_: As) -> None:
    case, other = make_case(petra), make_case(petra)
    give_steps(by=petra, case=other)
    step = next_step(other)
    assert step and as_(petra).get(address(case, f"stappen/{step.pk}/")).status_code == 404
    assert as_(petra).post(address(case, f"stappen/{step.pk}/gedaan/")).status_code == 404


def test_as_many_queries_for_one_as_for_thirty(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    ProcessStep.objects.create(case=case, stage="volgen", text="Bel")
    client.get(address(case))
    with CaptureQueriesContext(connection) as one:
        client.get(address(case))
    for number in range(29):
        ProcessStep.objects.create(case=case, stage="volgen", text=f"Bel {number}")
    with CaptureQueriesContext(connection) as thirty:
        client.get(address(case))
    assert len(one) == len(thirty)
