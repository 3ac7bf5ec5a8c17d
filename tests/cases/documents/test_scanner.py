"""The virus scanner: asked at once, waited for when it is away."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cases.casefile.models import Case
from cases.documents.models import Document, DocumentPiece
from cases.documents.tasks import scan_waiting_documents
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

from .clamd import SIGNATURE, Clamd, clamd_at
from .files import pdf

As = Callable[[Person], Client]


@pytest.fixture
def socket_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("c") / "clamd"


@pytest.fixture
def clamd(socket_path: Path, settings: Any) -> Iterator[Clamd]:
    settings.CLAMD = f"unix:{socket_path}"
    with clamd_at(socket_path) as scanner:
        yield scanner


def upload(client: Client, case: Case, content: bytes) -> Any:
    files = [SimpleUploadedFile("verslag.pdf", content)]
    return client.post(
        f"/casussen/{case.number}/documenten/nieuw/", {"files": files, "kind": "plan"}, follow=True
    )


def events() -> set[str]:
    return set(AuditEvent.objects.filter(event__startswith="document.").values_list("event", flat=True))


def test_a_clean_file_is_scanned_whole(clamd: Clamd, petra: Person, as_: As) -> None:
    case, content = make_case(petra), pdf() + b"\n%" + b"x" * 700_000
    upload(as_(petra), case, content)
    assert (case.documents.get().scan, clamd.seen) == ("schoon", [len(content)])
    assert b"".join(bytes(p.data) for p in case.documents.get().pieces.all()) == content


def test_what_is_infected_is_never_kept(clamd: Clamd, petra: Person, as_: As) -> None:
    case = make_case(petra)
    answer = upload(as_(petra), case, pdf() + SIGNATURE)
    assert answer.status_code == 422 and "virusscanner" in answer.content.decode()
    assert not Document.objects.exists() and events() == {"document.refused"}


@pytest.mark.parametrize("way", ["nobody", "nonsense"])
def test_without_an_answer_a_file_waits_and_is_scanned_later(
    way: str, socket_path: Path, settings: Any, petra: Person, as_: As
) -> None:
    settings.CLAMD = f"unix:{socket_path}"
    case, client = make_case(petra), as_(petra)
    if way == "nonsense":
        with clamd_at(socket_path) as scanner:
            scanner.answer = b"INSTREAM size limit exceeded. ERROR"
            upload(client, case, pdf())
        socket_path.unlink()
    else:
        upload(client, case, pdf())
    page = client.get(f"/casussen/{case.number}/documenten/").content.decode()
    assert "wacht op controle" in page and "/1/bestand/" not in page
    assert client.get(f"/casussen/{case.number}/documenten/1/bestand/").status_code == 404
    assert scan_waiting_documents() == 0, "still away"
    with clamd_at(socket_path):
        assert (scan_waiting_documents(), scan_waiting_documents()) == (1, 0)
    assert client.get(f"/casussen/{case.number}/documenten/1/bestand/").status_code == 200
    assert "document.cleared" in events()


def test_what_turns_out_infected_is_destroyed(
    petra: Person, as_: As, socket_path: Path, settings: Any
) -> None:
    case, client = make_case(petra), as_(petra)
    upload(client, case, pdf() + SIGNATURE)
    assert case.documents.get().scan == "geen"
    settings.CLAMD = f"unix:{socket_path}"
    with clamd_at(socket_path):
        assert scan_waiting_documents() == 1
    assert not DocumentPiece.objects.exists() and case.documents.get().scan == "besmet"
    page = client.get(f"/casussen/{case.number}/documenten/").content.decode()
    assert "Het bestand is vernietigd" in page and "Vanzelf" in page
    assert "document.infected" in events()


def test_without_a_scanner_nothing_waits(petra: Person, as_: As) -> None:
    case = make_case(petra)
    upload(as_(petra), case, pdf())
    assert scan_waiting_documents() == 0
    assert as_(petra).get(f"/casussen/{case.number}/documenten/1/bestand/").status_code == 200
