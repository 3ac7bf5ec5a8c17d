"""Who sends a form after the login expired loses nothing, and whoever else looks learns nothing."""

import html
import re
from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cases.retention.models import RetentionHold
from expertteam.access.person import Person
from tests.factories import make_case

As = Callable[[Person], Client]
TYPED = "Er loopt een klacht.\r\n<script>alert(1)</script> 🙂 שלום"


def kept_in(page: str) -> dict[str, str]:
    """Name → value of what the page holds, as a browser would send it."""
    found = re.findall(r'<textarea hidden name="([^"]+)"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    return {html.unescape(name): html.unescape(value) for name, value in found}


def test_what_was_typed_can_be_sent_again(petra: Person, client: Client) -> None:
    case = make_case(petra)
    address = f"/casussen/{case.number}/bewaren/stop/"
    answer = client.post(address, {"reason": TYPED, "_team": petra.team.code})
    page = answer.content.decode()
    assert answer.status_code == 401 and "no-store" in answer["Cache-Control"]
    assert "<script>alert" not in page and f'action="{address}"' in page
    assert f'name="_team" value="{petra.team.code}"' in page
    client.force_login(petra.user)
    assert client.post(address, kept_in(page)).status_code == 302
    assert RetentionHold.objects.get().reason.split() == TYPED.split()


def test_the_page_says_nothing_of_the_case(petra: Person, client: Client) -> None:
    case = make_case(petra, first_name="Fenna")
    for number in (case.number, "2031-999"):
        page = client.post(f"/casussen/{number}/bewaren/stop/", {"reason": "x"})
        assert page.status_code == 401 and "Fenna" not in page.content.decode()


def test_files_have_to_be_chosen_again(petra: Person, client: Client) -> None:
    case = make_case(petra)
    sent = {"files": SimpleUploadedFile("a.pdf", b"%PDF-1.7"), "kind": "plan", "note": "Van school"}
    page = client.post(f"/casussen/{case.number}/documenten/nieuw/", sent).content.decode()
    assert "bestanden moet je daarna opnieuw kiezen" in page and kept_in(page)["note"] == "Van school"


def test_a_script_keeps_its_text_itself(petra: Person, client: Client) -> None:
    case = make_case(petra)
    answer = client.post(
        f"/casussen/{case.number}/bewaren/stop/", {"reason": "x"}, headers={"HX-Request": "1"}
    )
    assert answer.status_code == 401 and answer.content == b""
