"""The demo shows a case that is shared, one in which the young person says no, and one that waits."""

from django.core.management import call_command
from django.utils import timezone

from analysis.sharing.models import Asking, Endorsement
from analysis.sharing.queries import shared_of
from cases.casefile.models import Case
from expertteam.access.command_line import person_on_command_line
from expertteam.accounts.models import Role
from monitor.demo.sharing import ensure_sharing


def state(key: str) -> str:
    case = Case.objects.get(source_key=f"demo:{key}")
    return shared_of(case, case.analysis).state


def test_one_is_shared_one_is_refused_and_one_waits(db: None) -> None:
    call_command("demo", verbosity=0)
    assert state("groningen-jesse") == "gedeeld"
    assert state("groningen-milou") == "niet_gedeeld"
    assert state("jaar-milan") == "open"
    assert Endorsement.objects.filter(verdict="nee").exclude(words="").exists()
    assert Asking.objects.filter(read_at=None).exists(), "somebody did not read it yet"
    petra = person_on_command_line("groningen", roles=[Role.PROCESS_DIRECTOR])
    before = Asking.objects.count()
    assert ensure_sharing(petra, timezone.localdate()) == 0 and Asking.objects.count() == before
