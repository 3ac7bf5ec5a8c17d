"""The pages: the list, reading, comparing, who wrote what. Also the unhappy ways, and what it costs."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from analysis.board.actions import add_element, add_link, change_element, remove_element
from analysis.board.models import Analysis
from analysis.versions.actions import fix_version
from analysis.versions.models import FixedVersion
from analysis.versions.stands import key_of
from cases.casefile.actions import grant_case
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

from .desk import card, make_board, text_of, url

pytestmark = pytest.mark.django_db
As = Callable[[Person], Client]
LONG = "lang " * 40
ODD = "<b>'; DROP TABLE 🙂 שלום"


@pytest.fixture
def analysis(petra: Person) -> Analysis:
    return make_board(petra)


def test_a_case_without_analysis_says_what_will_come(petra: Person, as_: As) -> None:
    case = make_case(petra)
    page = text_of(as_(petra).get(url(case, "versions")))
    assert "Er is nog niets geschreven" in page and "Vastleggen als" not in page
    answer = as_(petra).post(url(case, "version_fix"), {"note": ""}, follow=True)
    assert "niets om vast te leggen" in text_of(answer) and not FixedVersion.objects.exists()


def test_fixing_by_hand_and_again(petra: Person, as_: As, analysis: Analysis) -> None:
    browser, case = as_(petra), analysis.case
    assert "Vastleggen als versie 1" in text_of(browser.get(url(case, "versions")))
    first = browser.post(url(case, "version_fix"), {"note": f"Voor het gesprek {ODD}"}, follow=True)
    assert "Vastgelegd als versie 1." in text_of(first) and "&lt;b&gt;&#x27;; DROP TABLE 🙂" in text_of(first)
    again = browser.post(url(case, "version_fix"), {"note": ""}, follow=True)
    assert "dit staat al vast als versie 1" in text_of(again)
    assert "precies versie 1" in text_of(again) and FixedVersion.objects.count() == 1


def test_a_note_that_is_too_long_comes_back(petra: Person, as_: As, analysis: Analysis) -> None:
    answer = as_(petra).post(url(analysis.case, "version_fix"), {"note": "x" * 501})
    assert answer.status_code == 422 and "te lang" in text_of(answer) and "x" * 501 in text_of(answer)
    assert not FixedVersion.objects.exists()


def test_the_list_tells_versions_and_days(petra: Person, carla: Person, as_: As, analysis: Analysis) -> None:
    fix_version(by=petra, analysis=analysis, why="besproken", note="Eerste keer")
    change_element(by=carla, element=card(analysis, "Ligt"), text="Ligt vaak")
    page = text_of(as_(petra).get(url(analysis.case, "versions")))
    assert "Besproken in de bijeenkomst op" in page and "Eerste keer" in page
    assert "Sinds versie 1 is er 1 keer iets veranderd" in page
    assert "1 wijziging: Carla Wiersma" in page


def test_a_version_is_read_as_it_was(petra: Person, as_: As, analysis: Analysis) -> None:
    fix_version(by=petra, analysis=analysis, why="besproken")
    change_element(by=petra, element=card(analysis, "Ligt"), text="Heel anders")
    page = text_of(as_(petra).get(url(analysis.case, "version", 1)))
    assert "Ligt de hele dag op de bank" in page and "Heel anders" not in page and "<svg" in page
    event = AuditEvent.objects.get(event="version.read")
    assert event.details == {"version": 1}


def test_a_moment_is_read_as_it_was(petra: Person, as_: As, analysis: Analysis) -> None:
    then = key_of(timezone.now())
    remove_element(by=petra, element=card(analysis, "Ligt"))
    page = text_of(as_(petra).get(url(analysis.case, "version_past", stand=then)))
    assert "Ligt de hele dag op de bank" in page and "<svg" in page
    before = text_of(as_(petra).get(url(analysis.case, "version_past", stand="t1000000000")))
    assert "Toen stond er nog niets" in before


@pytest.mark.parametrize("odd", ["v9", "v0", "t12", "t99999999999999999", "'; DROP", "t1'; DROP", "nu2", "٣"])
def test_what_is_not_there_is_not_found(petra: Person, as_: As, analysis: Analysis, odd: str) -> None:
    browser, case = as_(petra), analysis.case
    assert browser.get(url(case, "version_past", stand=odd)).status_code == 404
    assert browser.get(url(case, "version_restore", van=odd)).status_code == 404
    assert browser.get(url(case, "version_compare", van=odd, met=odd)).status_code == 200


def test_two_beside_each_other(petra: Person, emre: Person, as_: As, analysis: Analysis) -> None:
    grant_case(by=petra, case=analysis.case, user=emre.user)
    fix_version(by=petra, analysis=analysis, why="besproken")
    change_element(by=emre, element=card(analysis, "Ligt"), text="Ligt vaak op de bank")
    remove_element(by=petra, element=card(analysis, "Steeds"))
    new = add_element(by=emre, analysis=analysis, kind="klacht", domain="gezin", text=ODD)
    add_link(by=emre, analysis=analysis, source=new, target=card(analysis, "Ligt"), kind="versterkt")
    page = text_of(as_(emre).get(url(analysis.case, "version_compare", van="v1", met="nu")))
    assert "<del>" in page and "<ins>" in page and "[weg: </span>" in page
    assert "1 erbij, 1 weg, 1 anders" in page and "Emre Kaya" in page and "Petra Nijboer" in page
    assert (
        page.count('<svg class="picture') == 2
        and "+ erbij" in page
        and "− weg" in page
        and "≠ anders" in page
    )
    assert "Kringen" in page and "<b>'" not in page
    turned = text_of(as_(emre).get(url(analysis.case, "version_compare", van="nu", met="v1")))
    assert "1 erbij, 1 weg, 1 anders" in turned, "the earlier one is always first"


def test_the_same_twice_differs_in_nothing(petra: Person, as_: As, analysis: Analysis) -> None:
    assert "Er is geen verschil" in text_of(as_(petra).get(url(analysis.case, "version_compare")))


def test_who_wrote_what(petra: Person, carla: Person, as_: As, analysis: Analysis) -> None:
    new = add_element(by=petra, analysis=analysis, kind="klacht", domain="gezin", text=LONG)
    for turn in range(3):
        change_element(by=carla, element=new, text=f"{turn} {LONG}")
    remove_element(by=carla, element=card(analysis, "Steeds"))
    page = text_of(as_(petra).get(url(analysis.case, "version_writers")))
    assert "Gewijzigd door Carla Wiersma, 3 keer" in page
    assert "weggehaald door Carla Wiersma" in page and "Steeds nieuwe doelen" in page


def test_every_wording_of_a_card(petra: Person, carla: Person, as_: As, analysis: Analysis) -> None:
    bank = card(analysis, "Ligt")
    change_element(by=petra, element=bank, text="Ligt vaak op de bank")
    change_element(by=carla, element=bank, text="Ligt vaak op bed")
    remove_element(by=petra, element=bank)
    page = text_of(as_(petra).get(url(analysis.case, "version_piece", "kaartje", bank.pk)))
    assert "weggehaald" in page and "Zo terugzetten" in page and page.count('class="ver-wording"') == 4
    assert page.index("Carla Wiersma") < page.index("het begin")


def test_what_somebody_types_in_one_go_is_one_wording(petra: Person, as_: As, analysis: Analysis) -> None:
    bank = card(analysis, "Ligt")
    for turn in range(20):
        change_element(by=petra, element=bank, text="Ligt" + " nog" * turn)
    page = text_of(as_(petra).get(url(analysis.case, "version_piece", "kaartje", bank.pk)))
    assert page.count('class="ver-wording"') == 2


def test_a_piece_of_another_case_or_a_link_is_not_found(petra: Person, as_: As, analysis: Analysis) -> None:
    other = make_board(petra)
    browser = as_(petra)
    for piece, pk in (("kaartje", card(other, "Ligt").pk), ("verband", 1), ("advies", 999999)):
        assert browser.get(url(analysis.case, "version_piece", piece, pk)).status_code == 404


def test_who_may_only_read_is_offered_no_change(
    petra: Person, carla: Person, as_: As, analysis: Analysis
) -> None:
    fix_version(by=petra, analysis=analysis, why="besproken")
    change_element(by=petra, element=card(analysis, "Ligt"), text="Anders")
    for name, query in (("versions", {}), ("version_compare", {"van": "v1"})):
        page = text_of(as_(carla).get(url(analysis.case, name, **query)))
        assert "Terugzetten" not in page and "Vastleggen als" not in page


def test_an_expired_login_comes_back_to_the_page(client: Client, analysis: Analysis) -> None:
    where = url(analysis.case, "version_compare", van="v1")
    answer = client.get(where)
    assert answer.status_code == 302 and "/inloggen/" in answer["Location"]


def test_the_pages_cost_the_same_however_much_was_written(
    petra: Person, as_: As, analysis: Analysis, django_assert_max_num_queries: Callable
) -> None:
    browser, case = as_(petra), analysis.case
    bank = card(analysis, "Ligt")
    pages = [
        (url(case, "versions"), 40), (url(case, "version_compare", van="v1"), 46),
        (url(case, "version_writers"), 40), (url(case, "version_piece", "kaartje", bank.pk), 28),
        (url(case, "version", 1), 28), (url(case, "version_restore", van="v1"), 46),
    ]  # fmt: skip
    counted: list[list[int]] = []
    for changes in (1, 300):
        for turn in range(changes):
            change_element(by=petra, element=bank, text=f"Ligt {changes} {turn}")
        for turn in range(changes // 20 + 1):
            add_element(by=petra, analysis=analysis, kind="klacht", domain="gezin", text=f"Kaart {turn}")
        fix_version(by=petra, analysis=analysis, why="besproken")
        change_element(by=petra, element=bank, text=f"Ligt {changes}")
        counts = []
        for page, most in pages:
            with django_assert_max_num_queries(most) as context:
                assert browser.get(page).status_code == 200
            counts.append(len(context))
        counted.append(counts)
    assert counted[0] == counted[1]
