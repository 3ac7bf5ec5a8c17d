"""One line, as somebody types it while listening."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.timeline.line import LineError
from cases.timeline.moments import period_in_words
from cases.timeline.spans import AT_HOME
from expertteam.ui.dates import VagueDate

from .lines import BIRTH, TODAY, read


def when(text: str) -> str:
    data = read(text).data
    return period_in_words(data.start, data.end, data.ongoing, BIRTH)


def test_school_with_a_success() -> None:
    data = read("sep 2013 – jul 2020 speciaal basisonderwijs, succes").data
    assert (data.kind, data.text, data.mark) == ("school", "Speciaal basisonderwijs", "succesmoment")


def test_help_with_provider_goal_and_what_came_of_it() -> None:
    data = read("2016-2018 ambulante hulp bij Molendrift: contact herstellen, gestopt door wachtlijst").data
    assert (data.kind, data.text, data.provider) == ("hulp", "Ambulante hulp", "Molendrift")
    assert (data.goal, data.result) == ("contact herstellen", "gestopt door wachtlijst")


def test_a_label_with_a_colon_leaves_nothing_behind() -> None:
    data = read("2019 ambulante hulp van Cosis, doel: rust, resultaat: weinig").data
    assert (data.text, data.goal, data.result) == ("Ambulante hulp", "rust", "weinig")


@pytest.mark.parametrize(
    "line",
    [
        "in 2014 en 2015 verhuisd", "kerst 2019 verhuisd", "maandag 3 juni 2019 verhuisd", "2019, juni: verhuisd",
        "ongeveer 3 jaar geleden verhuisd", "tweede helft 2018 verhuisd", "eind vorig jaar verhuisd",
        "na de zomer van 2018 verhuisd", "week 12 van 2021 verhuisd", "als peuter verhuisd",
    ],
)  # fmt: skip
def test_no_word_of_the_date_stays_behind(line: str) -> None:
    assert read(line).data.text == "Verhuisd"


@pytest.mark.parametrize("line", ["2019 Jan overleden", "2016 Mark uit huis"])
def test_a_first_name_is_no_month(line: str) -> None:
    assert when(line) == line[:4]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("in groep 3 gepest", "schooljaar 2014-2015"),
        ("brugklas, liep vast", "schooljaar 2020-2021"),
        ("in 2014 en 2018 opgenomen", "Schrijf elk op een eigen regel"),
        ("week 60 2020 opname", "Week 60"),
        ("kerst 0000 opname", "0000"),
        ("na kerst 9999 opname", "9999"),
        ("laatste 2 jaar van de basisschool", "Wanneer was dit?"),
    ],
)
def test_what_says_no_year_or_too_much_asks(line: str, says: str) -> None:
    with pytest.raises(LineError, match=says):
        read(line)


def test_labels_say_it_outright() -> None:
    line = "2018 hulp: gezinsgesprekken, doel weer praten, resultaat rust, erbij oma, bron dossier, knooppunt"
    data = read(line).data
    assert (data.kind, data.text) == ("hulp", "Gezinsgesprekken")
    assert (data.goal, data.result, data.present) == ("weer praten", "rust", "oma")
    assert (data.source, data.mark) == ("dossier", "knooppunt")


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("2012 onderzoek", "2012"),
        ("voorjaar 2019 verhuisd", "voorjaar 2019"),
        ("verhuisd in mei 2019 naar oma", "mei 2019"),
        ("12-3-2024 opname", "12 maart 2024"),
        ("sep '13 – jul '20 school", "september 2013 tot juli 2020"),
        ("2016-18 hulp", "2016 tot 2018"),
        ("2016/2018 hulp", "2016 tot 2018"),
        ("tussen 2016 en 2018 hulp", "2016 tot 2018"),
        ("sep 2013 t/m dec hulp", "september 2013 tot december 2013"),
        ("nov – feb 2020 ziek", "november 2019 tot februari 2020"),
        ("3 tot 10 mei 2019 kamp", "3 mei 2019 tot 10 mei 2019"),
        ("najaar 2018 t/m voorjaar 2019 hulp", "najaar 2018 tot voorjaar 2019"),
        ("winter 2018/2019 opname", "winter 2018"),
        ("schooljaar 2016-2017 groep 5", "augustus 2016 tot juli 2017"),
        ("begin 2021 hulp", "2021"),
        ("rond 12 mei 2019 hulp", "mei 2019"),
        ("sinds mei 2024 thuis", "sinds mei 2024"),
        ("2021 – heden hulp", "sinds 2021"),
        ("2021 hulp, loopt nog", "sinds 2021"),
        ("vanaf 2021 hulp", "sinds 2021"),
        ("toen hij 6 was verhuisd", "op 6-jarige leeftijd"),
        ("toen Ruben zes jaar was: verhuisd", "op 6-jarige leeftijd"),
        ("rond zijn zesde verhuisd", "op 6-jarige leeftijd"),
        ("van zijn 4e tot zijn 8e bij oma", "van 4 tot 8 jaar"),
        ("van 4 tot 8 jaar bij oma", "van 4 tot 8 jaar"),
        ("vanaf zijn 12e thuis", "vanaf 12-jarige leeftijd"),
        ("vanaf de geboorte tot 2018 bij vader", "14 september 2008 tot 2018"),
        ("toen ze 3 maanden oud was opname", "december 2008"),
        ("in het eerste levensjaar opname", "in het eerste levensjaar"),
        ("vorig jaar op kamp", "2025"),
        ("vorig jaar zomer op kamp", "zomer 2025"),
        ("3 jaar geleden verhuisd", "2023"),
        ("afgelopen zomer op kamp", "zomer 2026"),
        ("geboren, tweede kind", "14 september 2008"),
        ("• 2012 onderzoek", "2012"),
        ("2012 - 3 maanden hulp", "2012"),
        ("in 2014 en 2015 pleeggezinnen", "2014 tot 2015"),
        ("2014, 2015 en 2016 crisisopvang", "2014 tot 2016"),
        ("kerst 2019 opname", "december 2019"),
        ("met pasen 2024 ruzie", "maart 2024"),
        ("pinksteren 2025 op kamp", "juni 2025"),
        ("zomervakantie '19 bij oma", "zomer 2019"),
        ("na de zomervakantie van 2018 naar het vso", "najaar 2018"),
        ("na kerst 2019 verhuisd", "januari 2020"),
        ("week 12 2021 crisisplek", "maart 2021"),
        ("maandag 3 juni 2019 verhuisd", "3 juni 2019"),
        ("3-6-'19 verhuisd", "3 juni 2019"),
        ("2019 juni verhuisd", "juni 2019"),
        ("tweede helft van 2018 weggelopen", "2018"),
        ("ongeveer 3 jaar geleden verhuisd", "2023"),
        ("eind vorig jaar opname", "2025"),
        ("sinds begin dit jaar thuis", "sinds 2026"),
        ("al ruim twee jaar thuis", "sinds 2024"),
        ("laatste half jaar niet naar school", "sinds mei 2026"),
        ("sinds corona thuis", "sinds voorjaar 2020"),
        ("sinds de zomer thuis", "sinds zomer 2026"),
        ("als kleuter logopedie", "van 4 tot 5 jaar"),
        ("kleuter: logopedie", "van 4 tot 5 jaar"),
        ("als kleuter, in 2013, logopedie", "2013"),
    ],
)
def test_when_it_was(line: str, period: str) -> None:
    assert when(line) == period


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("2019 verhuisd naar Assen", "verhuizing"),
        ("2019 naar oma", "verhuizing"),
        ("2019 – 2020 pleeggezin", "verblijf"),
        ("2019 – 2020 bij oma", "verblijf"),
        ("sinds 2024 thuis", "verblijf"),
        ("2020 – 2022 voortgezet onderwijs, steeds vaker thuis", "school"),
        ("2022 thuiszitter", "school"),
        ("2019 EMDR", "hulp"),
        ("2019 begeleiding op school", "hulp"),
        ("2019 onderzoek door de Raad", "maatregel"),
        ("2019 ots", "maatregel"),
        ("2019 moeder opgenomen in een kliniek", "levensgebeurtenis"),
        ("2019 ouders gescheiden", "levensgebeurtenis"),
    ],
)
def test_the_kind_is_guessed_from_the_words(line: str, kind: str) -> None:
    found = read(line)
    assert (found.data.kind, found.kind_is_guess) == (kind, False)


def test_without_a_word_that_says_it_the_kind_is_called_a_guess() -> None:
    found = read("okt 2024 weegt te weinig")
    assert (found.data.kind, found.kind_is_guess) == ("levensgebeurtenis", True)


@pytest.mark.parametrize("words", ["geen succes", "dat was niet succesvol", "weinig succes", "successie"])
def test_what_is_no_success_is_not_marked(words: str) -> None:
    assert read(f"2019 therapie, {words}").data.mark == ""


def test_a_word_that_says_the_mark_by_the_way_stays_in_the_text() -> None:
    data = read("2020 vastgelopen, knooppunt").data
    assert (data.text, data.mark) == ("Vastgelopen", "knooppunt")
    assert read("2020 liep vast op school").data.mark == "knooppunt"


@pytest.mark.parametrize(
    ("words", "source"),
    [("volgens moeder", "ouder"), ("zegt Ruben", "jeugdige"), ("volgens de mentor", "onderwijs")],
)
def test_who_says_so(words: str, source: str) -> None:
    data = read(f"2019 verhuisd naar Assen, {words}").data
    assert (data.text, data.source) == ("Verhuisd naar Assen", source)


def test_family_is_no_provider_and_a_small_letter_neither() -> None:
    assert read("2019 hulp bij Oma").data.provider == ""
    assert read("2019 hulp bij het opvoeden").data.provider == ""
    assert read("2019 hulp van Kompas Jeugd. Drie begeleiders").data.provider == "Kompas Jeugd"


def test_what_is_too_long_for_a_name_and_a_source_we_do_not_know_stay_in_the_text() -> None:
    long = "x" * 201
    data = read(f"2019 hulp in huis, erbij {long}, aanbieder {long}").data
    assert (data.provider, data.present) == ("", "") and data.text == f"Hulp in huis, {long}, {long}"
    assert read("2019 verhuisd, bron Marieke").data.text == "Verhuisd, bron Marieke"


def test_signs_in_the_text_stay_as_they_were() -> None:
    assert (
        read("2020 school dicht; dagritme valt weg (knooppunt)").data.text
        == "School dicht; dagritme valt weg"
    )
    assert read("2019 verhuisd (naar Assen). Alleen met vader 😀").data.text == (
        "Verhuisd (naar Assen). Alleen met vader 😀"
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "wanneer het was en wat er gebeurde"),
        ("zomaar wat", "Wanneer was dit?"),
        ("mei verhuisd", "Het jaar ontbreekt"),
        ("2019", "Wat gebeurde er toen?"),
        ("2019, knooppunt", "Wat gebeurde er toen?"),
        ("31-2-2019 ziek", "31 februari bestaat niet"),
        ("12-3-24 hulp", "vier cijfers"),
        ("tot 2018 bij moeder", "Het begin ontbreekt"),
        ("na 2018 hulp", "‘Na 2018’ zegt niet wanneer"),
        ("2020 – 2019 hulp", "Het einde ligt voor het begin"),
        ("1998 verhuisd", "voor de geboorte"),
        ("2031 eigen huis", "in de toekomst"),
        ("toen hij 60 was verhuisd", "leeftijd van 60"),
        ("winter 9998/9999 ziek", "jaar 9998 kan niet kloppen"),
        ("schooljaar 9999-0000 ziek", "jaar 9999 kan niet kloppen"),
        ("99 jaar geleden ziek", "voor de geboorte"),
        ("2019 " + "x" * 500, "te lang"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(line: str, says: str) -> None:
    with pytest.raises(LineError, match=says):
        read(line)


@given(st.text(max_size=120))
def test_any_text_is_an_event_or_a_sentence_that_says_what_to_do(text: str) -> None:
    try:
        data = read(text).data
    except LineError as error:
        assert str(error)[0].isupper() or str(error)[0] in "‘0123456789"
        assert str(error).endswith((".", "?"))
    else:
        assert data.text.strip() and data.kind
        assert len(data.text) <= 500 and len(data.provider) <= 200 and len(data.present) <= 200


MOMENTS = st.one_of(
    st.integers(2009, 2026).map(lambda year: VagueDate(TODAY.replace(year=year, month=1, day=1), "year")),
    st.tuples(st.integers(2009, 2025), st.sampled_from([3, 6, 9, 12])).map(
        lambda at: VagueDate(TODAY.replace(year=at[0], month=at[1], day=1), "season")
    ),
    st.dates(BIRTH, TODAY).map(lambda day: VagueDate(day.replace(day=1), "month")),
    st.dates(BIRTH, TODAY).map(lambda day: VagueDate(day, "day")),
    st.integers(1, 17).map(lambda age: VagueDate(BIRTH.replace(year=BIRTH.year + age), "age")),
)
SAYINGS = ["alles", "rond", "Anja", "bleef", "fijn", "stil", "ver", "weg", "élke", "ĳsje", "🌱"]
WORDS = st.lists(st.sampled_from(SAYINGS), min_size=1, max_size=8)


@given(MOMENTS, MOMENTS, WORDS, st.sampled_from(["one", "both", "still"]))
def test_a_period_as_it_is_shown_reads_back_and_no_word_is_lost(
    one: VagueDate, other: VagueDate, words: list[str], shape: str
) -> None:
    start, end = (one, other) if one.date <= other.date else (other, one)
    last = end if shape == "both" and end != start else None
    shown = period_in_words(start, last, shape == "still", BIRTH)
    data = read(f"{shown} {' '.join(words)}").data
    assert (data.start, data.end, data.ongoing) == (start, last, shape == "still")
    assert data.text.lower() == " ".join(words).lower()


@pytest.mark.parametrize("text", ["Thuis", "Weer thuis bij moeder", "Bij opa en oma", "Zelfstandig"])
def test_a_stay_with_family_is_no_help(text: str) -> None:
    assert AT_HOME.search(text)
    assert not AT_HOME.search("Opname op een behandelgroep")
