"""Reading a case file: what it holds, and every mistake by its place."""

from datetime import date
from typing import Any

import pytest

from expertteam.ui.dates import VagueDate

from .files import Change, bankzitter, changed, problems, read

SMALLEST: dict[str, Any] = {
    "jeugdige": {"roepnaam": "Fenna", "achternaam": "Hoekstra", "geboortedatum": "2011-03-14"},
    "analyse": {},
}


def element(place: int, **values: Any) -> Change:
    return lambda document: document["analyse"]["elementen"][place].update(values)


def link(**values: Any) -> Change:
    return lambda document: document["analyse"]["verbanden"].append(values)


def within(part: str, **values: Any) -> Change:
    return lambda document: document[part].update(values)


def first(part: str, **values: Any) -> Change:
    return lambda document: document[part][0].update(values)


def two_directors(document: dict[str, Any]) -> None:
    """Somebody more who is casusregisseur."""
    document["betrokkenen"].append({"naam": "Mark de Wit", "rol": "Casusregisseur"})


def without(*keys: str) -> Change:
    def change(document: dict[str, Any]) -> None:
        for key in keys[:-1]:
            document = document[int(key) if key.isdigit() else key]  # type: ignore[index]
        del document[keys[-1]]

    return change


def test_the_invented_case_is_read_whole() -> None:
    case = read(bankzitter()).case
    assert case is not None
    assert (case.young_person.first_name, case.young_person.birth_date) == ("Ruben", date(2008, 9, 14))
    assert case.case["urgency"] == "regulier"
    assert case.referral["municipality"] == "GM1952"
    assert case.referral["bottlenecks"] == ["va_onvoldoende", "onderwijs_weggevallen"]
    assert [one.parental_authority for one in case.participants] == ["", "ja", "ja", "", "", ""]
    assert (len(case.elements), len(case.links), len(case.advices), len(case.actions)) == (12, 15, 4, 4)
    assert [one.verdict for one in case.verdicts] == ["ja", "ja", "deels", "ja", "ja"]
    assert case.care["climate"] == [
        "vast_gezicht",
        "weinig_eisen",
        "voorspelbaar_ritme",
        "aansluiten_bij_interesse",
    ]
    assert [advice.life_area for advice in case.advices] == [
        "hulpverlening",
        "hulpverlening",
        "ouders",
        "school",
    ]
    assert case.explanations[0].certainty == "hypothese"


def test_vague_dates_stay_vague() -> None:
    case = read(bankzitter()).case
    assert case is not None
    starts = [event.starts.label() for event in case.timeline]
    assert starts[:3] == ["14 september 2008", "2012", "september 2013"]
    assert case.timeline[2].ends == VagueDate(date(2020, 7, 1), "month")


def test_only_young_person_and_analysis_have_to_be_there() -> None:
    reading = read(SMALLEST)
    assert reading.problems == ()
    assert reading.case is not None
    assert (reading.case.elements, reading.case.participants, reading.case.advices) == ((), (), ())
    assert reading.case.referral["referred_on"] is None


@pytest.mark.parametrize("document", [[], "tekst", 3, None, True])
def test_a_file_that_is_not_an_object(document: Any) -> None:
    assert "moet één object zijn" in str(read(document).problems[0])


def test_an_empty_object_names_both_parts() -> None:
    found = [str(problem) for problem in read({}).problems]
    assert "“jeugdige” ontbreekt." in found
    assert "“analyse” ontbreekt." in found


def test_labels_are_known_in_any_writing() -> None:
    document = changed(
        within("jeugdige", geslacht=" JONGEN ", gemeente="gemeente midden-groningen", woont="bij ouders"),
        element(0, soort="klacht", domein="jongere"),
        lambda document: document["analyse"]["verbanden"][0].update(soort="houdt in STAND"),
    )
    case = read(document).case
    assert case is not None
    assert (case.young_person.gender, case.referral["municipality"]) == ("jongen", "GM1952")
    assert case.referral["residence"] == "thuis"
    assert (case.elements[0].domain, case.links[0].kind) == ("jeugdige", "houdt_in_stand")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            link(van="k2", naar="zz", soort="Versterkt"),
            "analyse → verbanden → 16e (k2 → zz): er is geen element “zz”.",
        ),
        (
            link(van="k1", naar="k2", soort="Dempt"),
            "analyse → verbanden → 16e (k1 → k2): dit verband staat er al: 7e.",
        ),
        (
            link(van="k1", naar="k1", soort="Dempt"),
            "16e (k1 → k1): een element kan geen verband met zichzelf hebben.",
        ),
        (
            link(van="b1", naar="k2", soort="Helpt"),
            "16e (b1 → k2): “helpt” wijst alleen naar een beschermend element.",
        ),
        (
            link(van="k1", naar="b1", soort="Remt"),
            "16e (k1 → b1) → soort: “Remt” kennen we niet. Kies uit: V",
        ),
        (link(van="k1", soort="Dempt"), "analyse → verbanden → 16e (k1 → ?): “naar” ontbreekt."),
        (
            element(2, soort="Oorzaak"),
            "analyse → elementen → 3e (o1) → soort: “Oorzaak” kennen we niet. Kies uit",
        ),
        (element(2, domein="Buurt"), "analyse → elementen → 3e (o1) → domein: “Buurt” kennen we niet."),
        (element(2, bron="Roddel"), "3e (o1) → bron: “Roddel” kennen we niet."),
        (element(2, tekst="  "), "3e (o1) → tekst: dit is leeg."),
        (element(2, tekst=5), "3e (o1) → tekst: hier hoort een tekst, geen getal."),
        (element(2, tekst=True), "3e (o1) → tekst: hier hoort een tekst, geen true of false."),
        (
            element(2, tekst="x" * 501),
            "3e (o1) → tekst: deze tekst is te lang: 501 tekens, en er passen er 500.",
        ),
        (element(2, tekst="a\0b"), "3e (o1) → tekst: hier staat een teken dat niet bewaard kan worden."),
        (element(2, tekst="\ud800"), "3e (o1) → tekst: hier staat een teken dat niet bewaard kan worden."),
        (without("analyse", "elementen", "2", "soort"), "analyse → elementen → 3e (o1): “soort” ontbreekt."),
        (without("jeugdige", "roepnaam"), "jeugdige: “roepnaam” ontbreekt."),
        (without("jeugdige", "geboortedatum"), "jeugdige: “geboortedatum” ontbreekt."),
        (within("jeugdige", geboortedatum="31-2-2008"), "jeugdige → geboortedatum: “31-2-2008”: 31 februari"),
        (
            within("jeugdige", geboortedatum="2030-01-01"),
            "jeugdige → geboortedatum: “2030-01-01” ligt in de toekomst.",
        ),
        (within("jeugdige", geboortedatum="1950-01-01"), "jeugdige → geboortedatum: 1950 is te lang geleden"),
        (
            within("jeugdige", geboortedatum="2025-06-01"),
            "jeugdige → geboortedatum: ligt na de dag van aanmelding.",
        ),
        (
            within("jeugdige", geboortedatum=20080914),
            "jeugdige → geboortedatum: hier hoort een tekst, geen getal.",
        ),
        (within("jeugdige", type_onderwijs="Havo"), "jeugdige → type_onderwijs: “Havo” kennen we niet."),
        (
            within("aanmelding", knelpunten=["Wachtlijst", "Pech"]),
            "aanmelding → knelpunten: “Pech” kennen we niet.",
        ),
        (
            within("aanmelding", knelpunten="Wachtlijst"),
            "aanmelding → knelpunten: hier hoort een lijst, geen tekst.",
        ),
        (within("aanmelding", eerdere_casus="14"), "aanmelding → eerdere_casus: een casusnummer ziet eruit"),
        (
            first("betrokkenen", rol="Kapper"),
            "betrokkenen → 1e (Ruben Oosterhuis) → rol: “Kapper” kennen we niet.",
        ),
        (
            first("betrokkenen", gezag="soms"),
            "betrokkenen → 1e (Ruben Oosterhuis) → gezag: “soms” kennen we niet.",
        ),
        (first("tijdlijn", van="ooit"), "tijdlijn → 1e → van: “ooit”: Deze datum kunnen we niet lezen."),
        (first("tijdlijn", tot="2007"), "tijdlijn → 1e: “tot” (2007) ligt voor “van” (14 september 2008)."),
        (first("gedeeld", betrokkene="Piet"), "gedeeld → 1e (Piet): “Piet” staat niet bij de betrokkenen."),
        (
            first("gedeeld", betrokkene="anja oosterhuis"),
            "gedeeld → 2e (Anja Oosterhuis): “Anja Oosterhuis” gaf al",
        ),
        (
            first("gedeeld", oordeel="Misschien"),
            "gedeeld → 1e (Ruben Oosterhuis) → oordeel: “Misschien” kennen we",
        ),
        (first("adviezen", elementen=["i1", "q9"]), "adviezen → 1e → elementen: er is geen element “q9”."),
        (
            first("adviezen", elementen=[7]),
            "adviezen → 1e → elementen: 1e: hier hoort een tekst, geen getal.",
        ),
        (first("adviezen", volgorde="1"), "adviezen → 1e → volgorde: hier hoort een getal, geen tekst."),
        (first("adviezen", versie="D"), "adviezen → 1e → versie: “D” kennen we niet. Kies uit: A, B, C."),
        (
            first("acties", status="Bezig"),
            "acties → 1e → status: “Bezig” kennen we niet. Kies uit: open, gedaan",
        ),
        (first("acties", voor="maart"), "acties → 1e → voor: “maart”"),
        (lambda document: document.update(acties=[3]), "acties → 1e: hier hoort een object, geen getal."),
        (
            lambda document: document["betrokkenen"].append(dict(document["betrokkenen"][0])),
            "7e (Ruben Oosterhuis): ",
        ),
        (two_directors, "betrokkenen → rol: er is één casusregisseur tegelijk, hier staan er 2."),
        (
            lambda document: document.update(tijdlijnen=[]),
            "“tijdlijnen” kennen we niet. Bedoel je “tijdlijn”?",
        ),
    ],
)
def test_a_mistake_is_named_with_its_place(change: Change, expected: str) -> None:
    found = problems(change)
    assert len(found) == 1, found
    assert expected in found[0]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (element(2, id="k1"), "analyse → elementen → 3e (k1): “k1” is al de id van een ander element."),
        (without("analyse"), "“analyse” ontbreekt."),
        (lambda document: document.update(betrokkenen={}), "betrokkenen: hier hoort een lijst, geen object."),
        (lambda document: document.update(analyse=[]), "analyse: hier hoort een object, geen lijst."),
    ],
)
def test_a_mistake_that_makes_others(change: Change, expected: str) -> None:
    found = problems(change)
    assert expected in found
    assert len(found) > 1


def test_all_mistakes_are_named_at_once() -> None:
    found = problems(
        element(0, soort="Iets"), link(van="k2", naar="zz", soort="Remt"), without("jeugdige", "achternaam"),
        first("adviezen", leefgebied="Maan"),
    )  # fmt: skip
    assert len(found) == 5
    assert read(changed(without("jeugdige", "achternaam"))).case is None


def test_an_element_with_a_mistake_is_still_known_to_its_links() -> None:
    assert len(problems(element(0, soort="Iets"))) == 1


def test_an_unknown_part_is_a_note_and_does_not_stop_the_file() -> None:
    reading = read(changed(within("jeugdige", lievelingskleur="groen", _opmerking="van de school")))
    assert [str(note) for note in reading.notes] == [
        "jeugdige: “lievelingskleur” kennen we niet; het is niet bewaard."
    ]
    assert reading.case is not None


def test_advice_stands_in_the_order_that_the_file_says() -> None:
    case = read(changed(first("adviezen", volgorde=9))).case
    assert case is not None
    assert case.advices[-1].text.startswith("Drie maanden geen nieuwe hulp")


def test_an_end_that_is_as_vague_as_the_year_of_its_start() -> None:
    case = read(changed(first("tijdlijn", van="2008-09-14", tot="2008"))).case
    assert case is not None
    assert case.timeline[0].ends == VagueDate(date(2008, 9, 14), "year")


def test_several_explanations() -> None:
    parts = [{"tekst": "Zo", "zekerheid": "Getoetst", "toets": "kijken"}, {"tekst": "Of zo"}]
    case = read(changed(lambda document: document["analyse"].update(verklaringen=parts))).case
    assert case is not None
    assert [one.certainty for one in case.explanations] == ["hypothese", "getoetst", "hypothese"]
