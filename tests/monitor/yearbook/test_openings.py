"""The sentence a chapter opens with is true, also for few cases and for answers that are not all known."""

import pytest

from monitor.figures import YearFigures
from monitor.indicators import BEFORE, INDICATORS, QUESTION, RESULT, TEAM, WHO
from monitor.yearbook.openings import NOTHING, opening
from monitor.yearbook.presentation import shown_figure

from .shown import year

pytestmark = pytest.mark.django_db
SCHOOL = {"geen": 13, "regulier": 18}


def said(chapter: str, this: YearFigures) -> str:
    shown = {i.key: shown_figure(i, this, YearFigures(this.year - 1)) for i in INDICATORS}
    return opening(chapter, shown, this)


def test_the_year_that_was_published() -> None:
    this = year(2024, 31, type_onderwijs=SCHOOL, problemen_op_school={"ja": 25, "nee": 4, "onbekend": 2})
    assert said(WHO, this) == (
        "Van de 31 jongeren van 2024 ging 42% niet naar school. "
        "In 81% van de casussen waren er problemen op school voordat de hulp vastliep."
    )


def test_few_cases_are_counted_and_not_given_in_percentages() -> None:
    this = year(2026, 5, type_onderwijs={"geen": 1, "anders": 4}, problemen_op_school={"ja": 3, "nee": 2})
    assert said(WHO, this) == (
        "Van de 5 jongeren van 2026 ging er 1 niet naar school. "
        "In 3 van de 5 casussen waren er problemen op school voordat de hulp vastliep."
    )


def test_two_of_few_are_several() -> None:
    assert "gingen er 2 niet" in said(WHO, year(2026, 4, type_onderwijs={"geen": 2, "anders": 2}))


def test_one_case_is_one_case() -> None:
    this = year(2026, 1, type_onderwijs={"geen": 1}, va_vooraf={"ja": 1})
    assert said(WHO, this) == "Van de ene jongere van 2026 ging er 1 niet naar school."
    assert said(BEFORE, this) == "In de ene casus lag er al een verklarende analyse."


def test_what_is_not_known_of_everybody_says_so() -> None:
    this = year(2024, 40, type_onderwijs=SCHOOL, aan_tafel={"jeugdige_en_ouders": 15, "niet": 5})
    assert said(WHO, this).startswith("Van de 31 jongeren van 2024 van wie we het weten ging 42%")
    assert said(TEAM, this) == (
        "In 75% van de 20 casussen waarvan we het weten zaten de jongere en de ouders samen aan tafel."
    )


def test_another_place_is_not_said_twice() -> None:
    asked = {"doorstroom_in_verblijf": 6, "meedenken_va": 4}
    this = year(2024, 10, wat_is_de_vraag=asked, doorstroom_verblijf={"ja": 6, "nee": 4})
    assert (
        said(QUESTION, this) == "De meest gestelde vraag was ‘Doorstroom in verblijf’: 60% van de casussen."
    )
    other = year(2024, 10, wat_is_de_vraag={"meedenken_va": 10}, doorstroom_verblijf={"ja": 6, "nee": 4})
    assert said(QUESTION, other).endswith("In 60% van de casussen ging het om een andere plek om te wonen.")


def test_several_answers_are_shares_of_all_cases() -> None:
    this = year(
        2024, 20, bijdrage={"procesregie": 12}, tevreden_jeugdige_ouder={"tevreden": 10, "niet_tevreden": 10}
    )
    assert said(RESULT, this) == (
        "In 50% van de casussen waren de jongere en de ouders tevreden. "
        "Wat het vaakst bijdroeg: ‘Procesregie’, in 60% van de casussen."
    )  # fmt: skip


def test_of_answers_given_as_often_none_is_the_most_given() -> None:
    this = year(
        2026,
        5,
        wat_is_de_vraag={"meedenken_va": 2, "toets_eigen_oplossing": 2, "anders": 1},
        bijdrage={"procesregie": 1},
    )
    assert said(QUESTION, this) == NOTHING
    assert said(RESULT, this) == "Wat het vaakst bijdroeg: ‘Procesregie’, in 1 van de 5 casussen."


@pytest.mark.parametrize("chapter", [WHO, QUESTION, BEFORE, TEAM, RESULT])
def test_without_answers_it_says_that(chapter: str) -> None:
    assert said(chapter, year(2024, 3)) == NOTHING
