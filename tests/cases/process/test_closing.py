"""What is open when a case is closed."""

from uuid import uuid4

from django.utils import timezone

from cases.process.closing import open_ends
from cases.process.hand_over import ask_hand_over
from cases.process.models import ProcessStep
from cases.process.thread_models import GoingUp
from cases.steering.models import Action
from expertteam.access.person import Person
from expertteam.accounts.models import Role
from tests.cast import make_person
from tests.factories import make_case

OWN = ("actie", "stap", "vraag hogerop", "overdracht")


def own(case) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def]
    """Those of this room; others have their own tests."""
    return [(end.kind, end.text) for end in open_ends(case) if end.kind in OWN]


def test_everything_open_is_named_with_the_page_where_one_decides(petra: Person) -> None:
    case, other = make_case(petra), make_case(petra)
    janneke = make_person(petra.team, "Janneke Postma", Role.PROCESS_DIRECTOR)
    action = Action.objects.create(case=case, text="Rapport lezen", owner_name="Gea")
    step = ProcessStep.objects.create(case=case, stage="volgen", text="Bel Anja")
    thread = GoingUp.objects.create(
        case=case, to="cce", question="Wie?", summary="x", keeper=petra.user, asked_on=timezone.localdate(),
        form_token=uuid4(),
    )  # fmt: skip
    ask_hand_over(by=petra, case=case, receiver=janneke.user, summary="")
    assert own(case) == [
        ("actie", "Rapport lezen"), ("stap", "Bel Anja"),
        ("vraag hogerop", "Wie? (vraag aan het CCE (Centrum voor Consultatie en Expertise))"),
        ("overdracht", "Overdracht aan Janneke Postma"),
    ]  # fmt: skip
    urls = [end.url for end in open_ends(case) if end.kind in OWN]
    assert (
        urls[0].endswith(f"/{action.pk}/")
        and urls[1].endswith(f"/{step.pk}/")
        and urls[2].endswith(f"/{thread.pk}/")
    )
    assert own(other) == []


def test_what_is_decided_is_not_open(petra: Person) -> None:
    case = make_case(petra)
    Action.objects.create(case=case, text="Klaar", owner_name="Gea", status="gedaan")
    day = timezone.localdate()
    ProcessStep.objects.create(
        case=case, stage="volgen", text="Over", status="overgeslagen", settled_on=day, note="x"
    )
    GoingUp.objects.create(
        case=case, to="cce", question="Wie?", summary="x", keeper=petra.user, asked_on=day, ended_on=day, outcome="x",
        form_token=uuid4(),
    )  # fmt: skip
    assert own(case) == []
