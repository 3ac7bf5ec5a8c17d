"""`manage.py import_register`: what it says, what it writes, and its exit codes."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.monitor.register.books import GOOD, workbook
from tests.monitor.registers import DATA


class Told(StringIO):
    """What a command said, on one line."""

    def __str__(self) -> str:
        return " ".join(self.getvalue().split())


def run(file: Path, *words: str, team: str = "groningen") -> str:
    out = Told()
    call_command("import_register", str(file), "--team", team, *words, stdout=out, stderr=out)
    return str(out)


@pytest.fixture
def known(carla: Person, tmp_path: Path) -> Path:
    """A register with one case that the team has already."""
    file = tmp_path / "register.xlsx"
    file.write_bytes(workbook(GOOD))
    run(file)
    return file


def test_takes_over_a_register(carla: Person) -> None:
    said = run(DATA / "register-2024.xlsx")
    assert "31 casussen op blad ‘Registratie’: 31 nieuw, 0 al gelijk, 0 anders." in said
    assert "Let op: Casus 2024-020 noemt 2022-009 als eerdere casus." in said
    assert said.endswith(
        "Overgenomen: 31 nieuw, 0 overschreven, 0 al gelijk, 0 anders en ongewijzigd gelaten."
    )
    assert Case.objects.filter(team=carla.team).count() == 31
    assert Case.history.filter(history_user=carla.user).count() == 31


def test_a_rehearsal_writes_nothing(carla: Person) -> None:
    said = run(DATA / "register-2024.xlsx", "--dry-run")
    assert "31 nieuw" in said
    assert said.endswith("Proef: er is niets geschreven.")
    assert Case.objects.count() == 0
    assert AuditEvent.objects.count() == 0


def test_mistakes_end_with_one_and_nothing_is_written(carla: Person, capsys: pytest.CaptureFixture) -> None:
    err = Told()
    with pytest.raises(SystemExit) as stopped:
        call_command(
            "import_register", str(DATA / "register-met-fouten.xlsx"), "--team", "groningen", stderr=err
        )
    assert stopped.value.code == 1
    assert "Rij 3, kolom Geboortedatum (cel E3): 31 februari bestaat niet." in str(err)
    assert str(err).endswith("10 fouten: er is niets overgenomen.")
    assert Case.objects.count() == 0


def test_the_same_file_twice_changes_nothing(known: Path) -> None:
    assert "1 al gelijk, 0 anders en" in run(known)
    assert Case.objects.count() == 1


def test_a_difference_is_shown_and_left_unless_asked(known: Path) -> None:
    known.write_bytes(workbook({**GOOD, "Gemeente": "Stadskanaal"}))
    said = run(known)
    assert "Anders: 2024-001 (rij 2, blijft zoals het is)" in said
    assert "Gemeente: nu ‘Groningen’, in het register ‘Stadskanaal’" in said
    assert Case.objects.get().referral.municipality == "GM0014"
    assert "1 overschreven" in run(known, "--overwrite", "2024-001")
    assert Case.objects.get().referral.municipality == "GM0037"


def test_a_number_to_overwrite_that_is_no_difference_is_said(known: Path) -> None:
    said = run(known, "--overwrite", "2024-001", "2024-077")
    assert "Let op: 2024-001 en 2024-077 zijn niet anders dan het register" in said


def test_a_file_that_is_not_there(carla: Person, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Het bestand is niet te lezen"):
        run(tmp_path / "weg.xlsx")
    with pytest.raises(CommandError, match="Het bestand is niet te lezen"):
        run(tmp_path)


def test_an_unknown_team_and_somebody_who_may_not(carla: Person, petra: Person, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="bestaat niet"):
        run(DATA / "register-2024.xlsx", team="nergens")
    with pytest.raises(CommandError, match="mag dit niet"):
        run(DATA / "register-2024.xlsx", "--by", petra.user.email)
    assert Case.objects.count() == 0


def test_no_workbook_at_all(carla: Person, tmp_path: Path) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes(b"Beste Carla")
    with pytest.raises(SystemExit) as stopped:
        run(file)
    assert stopped.value.code == 1
