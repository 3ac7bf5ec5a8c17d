"""What the form of the aanmelding accepts, and what it says when it does not."""

import pytest
from django.http import QueryDict

from cases.choices.models import Choice
from cases.choices.queries import forget
from cases.intake.answers import NAMES
from cases.intake.drafts.typed import as_sent
from cases.intake.form_fields import named
from cases.intake.forms import ReferralForm
from tests.factories import make_case

from .filled import everything, referral

pytestmark = pytest.mark.django_db


def form_of(person, **given) -> ReferralForm:
    return ReferralForm(as_sent(referral(**given)), person=person)


def errors(person, **given) -> dict[str, list[str]]:
    return {name: list(found) for name, found in form_of(person, **given).errors.items()}


@pytest.mark.parametrize(
    ("given", "field", "says"),
    [
        ({"birth_date": "24-11-2026"}, "birth_date", "in de toekomst"),
        ({"birth_date": "1-3-1998"}, "birth_date", "28 jaar"),
        ({"birth_date": "1-1-1900"}, "birth_date", "126 jaar"),
        ({"birth_date": "morgen"}, "birth_date", "kunnen we niet lezen"),
        ({"birth_date": "30-2-2011"}, "birth_date", "30 februari"),
        ({"referred_on": "24-11-2026"}, "referred_on", "in de toekomst"),
        ({"referred_on": "31-12-2009"}, "referred_on", "te lang geleden"),
        ({"referred_on": "13-3-2011"}, "referred_on", "vóór de geboortedatum"),
        ({"referrer_email": "fokje@"}, "referrer_email", "geen e-mailadres"),
        ({"last_name": "x" * 201}, "last_name", "er passen 200 tekens in en het zijn er 201"),
        ({"first_name": "x" * 101}, "first_name", "er passen 100 tekens in"),
        ({"voice_parents": "x" * 5001}, "voice_parents", "er passen 5000 tekens in"),
        ({"referrer_email": "x" * 250 + "@b.nl"}, "referrer_email", "er passen 254 tekens in"),
        ({"asker": "de buurman"}, "asker", "staat niet in de lijst"),
        ({"kind": "consultatie"}, "kind", "staat niet in de lijst"),
        ({"bottlenecks": ["wachtlijst", "onzin"]}, "bottlenecks", "staat niet in de lijst"),
        (
            {"prior_analysis": "nee", "prior_analysis_by": "expertteam"},
            "prior_analysis_by",
            "geen verklarende analyse",
        ),
        ({"earlier_number": "tweeëntwintig"}, "earlier_number", "2022-014"),
        ({"earlier_number": "2022-014", "re_referral": "nee"}, "earlier_number", "geen heraanmelding"),
        ({"first_name": "Fen\x00na"}, "first_name", "null"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(petra, given, field, says) -> None:
    found = errors(petra, **given)
    assert list(found) == [field]
    assert says in " ".join(found[field]).lower() or says in " ".join(found[field])


@pytest.mark.parametrize(
    "given",
    [
        {"birth_date": "23-11-2026", "referred_on": "vandaag"},
        {"birth_date": "3-3-1998"},
        {"birth_date": "29-2-2012"},
        {"referred_on": "14-3-2011", "birth_date": "14-3-2011"},
        {"last_name": "x" * 200},
        {"first_name": "🦊"},
        {"first_name": "يوسف", "last_name": "بن علي"},
        {"last_name": "'; DROP TABLE cases_case; --"},
        {"last_name": "<script>alert(1)</script>"},
        {"earlier_number": "2019-003"},
        {"municipality": "GM0080"},
        {"education": "", "residence": "", "gender": ""},
    ],
)
def test_what_people_really_type_is_accepted(petra, given) -> None:
    assert errors(petra, **given) == {}


def test_every_field_is_optional_but_what_is_needed(petra) -> None:
    form = form_of(petra)
    needed = {name for name, field in form.fields.items() if field.required}
    assert needed == {
        "asker", "referred_on", "first_name", "last_name", "birth_date", "municipality", "question_kind",
    }  # fmt: skip


def test_what_follows_from_an_answer_is_filled_in(petra) -> None:
    form = form_of(petra, prior_analysis_by="expertteam", earlier_number=" 2019-003 ")
    assert form.is_valid()
    data = form.cleaned_data
    assert (data["prior_analysis"], data["re_referral"], data["earlier_number"]) == ("ja", "ja", "2019-003")


def test_nothing_is_cut_off_by_the_browser(petra) -> None:
    assert "maxlength" not in str(form_of(petra)["last_name"])


def test_the_questions_carry_the_name_once_it_is_known(petra) -> None:
    assert form_of(petra)["voice_young_person"].label == "Wat wil Fenna zelf?"
    assert ReferralForm(QueryDict(), person=petra)["voice_young_person"].label == "Wat wil de jongere zelf?"
    assert named("Wat wil {} zelf?")["data-label"] == "Wat wil {} zelf?"


def test_markup_in_a_name_stays_text(petra, as_) -> None:
    page = as_(petra).post(
        "/aanmelding/nieuw/", referral(first_name="<b>Fenna</b>", birth_date="gisteren toch")
    )
    assert b"<b>Fenna</b>" not in page.content and b"&lt;b&gt;Fenna&lt;/b&gt;" in page.content


def test_an_answer_that_was_retired_stays_with_who_has_it(petra) -> None:
    case = make_case(petra, referral={"residence": "leefgroep", "bottlenecks": ["wachtlijst"]})
    Choice.objects.filter(code__in=["leefgroep", "wachtlijst"]).update(retired_on="2026-01-01")
    forget()
    old, new = ReferralForm(person=petra, case=case), ReferralForm(person=petra)
    forget()
    assert ("leefgroep", "Leefgroep") in old.fields["residence"].choices
    assert ("wachtlijst", "Wachtlijst") in old.fields["bottlenecks"].choices
    assert ("leefgroep", "Leefgroep") not in new.fields["residence"].choices


def test_every_answer_of_the_models_is_asked(petra) -> None:
    assert set(ReferralForm(person=petra).fields) == set(NAMES)
    assert set(everything()) - {"form_token"} | {"re_referral", "earlier_number"} == set(NAMES)
