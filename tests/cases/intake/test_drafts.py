"""A draft kept while typing: for who types it, and for nobody else."""

from uuid import uuid4

import pytest
from django.urls import reverse

from cases.casefile.models import Case
from cases.intake.drafts.actions import MOST_CHARACTERS
from cases.intake.models import Purpose, ReferralDraft
from cases.intake.queries import drafts_of
from expertteam.audit.models import AuditEvent
from tests.cast import make_person
from tests.factories import make_case

from .filled import everything, referral

NEW = reverse("cases:new")


@pytest.fixture
def token():
    return uuid4()


@pytest.fixture
def address(token) -> str:
    return reverse("cases:draft", args=[token])


def test_what_is_typed_is_kept_and_comes_back(petra, as_, address, token) -> None:
    browser, typed = as_(petra), everything(form_token=str(token), birth_date="14 mrt 20")
    answer = browser.post(address, typed)
    assert answer.json() == {"saved_at": "10:42", "version": str(token)}
    form = browser.get(address).context["form"]
    for name, value in typed.items():
        if name in form.fields and name != "matching_requested":
            assert form[name].value() == value, name
    assert form["matching_requested"].value()
    assert list(drafts_of(petra)) == [ReferralDraft.objects.get()]
    assert drafts_of(petra)[0].title == "Fenna Hoekstra"


def test_typing_on_changes_the_same_draft(petra, as_, address) -> None:
    browser = as_(petra)
    for name in ("F", "Fen", "Fenna"):
        browser.post(address, {"first_name": name})
    assert ReferralDraft.objects.get().fields == {"first_name": "Fenna"}
    assert AuditEvent.objects.filter(event="draft.saved").count() == 1


def test_only_fields_of_the_form_are_kept(petra, as_, address) -> None:
    as_(petra).post(
        address, {"first_name": "Fen\x00na", "password": "geheim", "x" * 90: "y", "csrfmiddlewaretoken": "z"}
    )
    assert ReferralDraft.objects.get().fields == {"first_name": "Fenna"}


def test_the_token_in_the_form_comes_first(petra, as_, address) -> None:
    waited = uuid4()
    as_(petra).post(address, {"first_name": "Fenna", "form_token": str(waited)})
    assert ReferralDraft.objects.get().pk == waited


def test_too_much_is_refused_and_what_was_kept_stays(petra, as_, address) -> None:
    browser = as_(petra)
    browser.post(address, {"first_name": "Fenna"})
    assert browser.post(address, {"voice_parents": "x" * (MOST_CHARACTERS + 1)}).status_code == 413
    assert ReferralDraft.objects.get().fields == {"first_name": "Fenna"}


def test_more_than_a_field_can_hold_is_kept_all_the_same(petra, as_, address) -> None:
    as_(petra).post(address, {"voice_parents": "x" * 6000})
    assert len(ReferralDraft.objects.get().fields["voice_parents"]) == 6000


@pytest.mark.parametrize("name", ["sietske", "fokke"])
def test_a_draft_of_somebody_else_does_not_exist(request, petra, as_, address, token, name: str) -> None:
    as_(petra).post(address, {"first_name": "Fenna"})
    other = as_(request.getfixturevalue(name))
    assert other.get(address).status_code == 404
    assert other.post(address, {"first_name": "Ruben"}).status_code == 404
    assert other.post(reverse("cases:draft_discard", args=[token])).status_code == 404
    assert ReferralDraft.objects.get().fields == {"first_name": "Fenna"}


def test_the_same_person_in_another_team_does_not_see_it(petra, friesland, as_, address) -> None:
    as_(petra).post(address, {"first_name": "Fenna"})
    petra.user.memberships.create(team=friesland, role="procesregisseur")
    browser = as_(petra)
    browser.post(reverse("choose_team"), {"team": "friesland"})
    assert browser.get(address).status_code == 404


def test_saving_makes_the_draft_a_case(petra, as_, address, token) -> None:
    browser = as_(petra)
    browser.post(address, {"first_name": "Fenna"})
    browser.post(NEW, referral(form_token=str(token)))
    assert Case.objects.get().form_token == token
    assert not ReferralDraft.objects.exists()


def test_a_late_draft_does_not_come_back_after_saving(petra, as_, address, token) -> None:
    browser = as_(petra)
    browser.post(NEW, referral(form_token=str(token)))
    assert browser.post(address, {"first_name": "Fenna"}).status_code == 409
    assert not ReferralDraft.objects.exists()


def test_going_back_after_saving_leads_to_the_case(petra, fokke, as_, address, token) -> None:
    browser = as_(petra)
    browser.post(address, {"first_name": "Fenna"})
    browser.post(NEW, referral(form_token=str(token)))
    assert browser.get(address).url == reverse("cases:case", args=["2026-001"])
    assert as_(fokke).get(address).status_code == 404


def test_throwing_it_away(petra, as_, address, token) -> None:
    browser, away = as_(petra), reverse("cases:draft_discard", args=[token])
    browser.post(address, {"first_name": "Fenna"})
    assert browser.get(away).status_code == 405
    assert browser.post(away).status_code == 302
    assert browser.post(away).status_code == 404
    assert not ReferralDraft.objects.exists()
    assert AuditEvent.objects.filter(event="draft.discarded").count() == 1


def test_a_script_that_is_logged_out_hears_it(client, address) -> None:
    assert client.post(address, {"first_name": "Fenna"}, headers={"X-Autosave": "1"}).status_code == 401


def test_a_new_form_does_not_open_with_the_draft_of_before(petra, as_, address) -> None:
    browser = as_(petra)
    browser.post(address, {"first_name": "Fenna"})
    assert browser.get(NEW).context["form"]["first_name"].value() is None


def test_a_change_is_kept_per_person_and_case(petra, sietske, as_) -> None:
    case = make_case(petra, first_name="Ruben")
    url, page = (
        reverse("cases:referral_draft", args=[case.number]),
        reverse("cases:referral_change", args=[case.number]),
    )
    browser = as_(petra)
    version = browser.get(page).context["version"]
    browser.post(url, {"first_name": "Rub", "version": version})
    browser.post(url, {"first_name": "Rubén", "version": version})
    assert ReferralDraft.objects.get(case=case).purpose == Purpose.CHANGE
    again = browser.get(page)
    assert again.context["form"]["first_name"].value() == "Rubén"
    assert "Hier was je nog mee bezig" in again.content.decode()
    assert as_(sietske).get(page).context["form"]["first_name"].value() == "Ruben"
    assert not drafts_of(petra).exists()


def test_throwing_a_change_away_shows_what_is_stored(petra, as_) -> None:
    case = make_case(petra, first_name="Ruben")
    browser = as_(petra)
    browser.post(reverse("cases:referral_draft", args=[case.number]), {"first_name": "Rubén"})
    answer = browser.post(reverse("cases:draft_discard", args=[ReferralDraft.objects.get().pk]))
    assert answer.url == reverse("cases:referral", args=[case.number])
    page = browser.get(reverse("cases:referral_change", args=[case.number]))
    assert page.context["form"]["first_name"].value() == "Ruben"


def test_a_draft_of_a_case_elsewhere_does_not_exist(petra, fokke, as_) -> None:
    url = reverse("cases:referral_draft", args=[make_case(petra).number])
    assert as_(fokke).post(url, {"first_name": "x"}).status_code == 404


def test_drafts_are_listed_newest_first_and_only_ones_own(petra, as_, groningen) -> None:
    browser = as_(petra)
    for name in ("Eerste", "Tweede"):
        browser.post(reverse("cases:draft", args=[uuid4()]), {"first_name": name})
    other = make_person(groningen, "Pim Nieuw", "procesregisseur")
    assert [draft.title for draft in drafts_of(petra)] == ["Tweede", "Eerste"]
    assert not drafts_of(other).exists()
