"""Two states beside each other. Pure: no database."""

from analysis.versions.differences import Comparison, Mark, compare
from analysis.versions.state import (
    AdviceState,
    CardState,
    CareState,
    ExplanationState,
    LinkState,
    State,
    state_from,
)
from analysis.versions.wordwise import Run, RunKind

BANK = CardState(1, "klacht", "jeugdige", "ouder", "", "Ligt op de bank")
DRUK = CardState(2, "in_stand_houdend", "hulpverlening", "", "", "Het moet")
FIETS = CardState(3, "beschermend", "school", "", "", "Sleutelt graag")
BASE = State(
    cards=(BANK, DRUK, FIETS),
    links=(LinkState(1, 2, "versterkt"), LinkState(3, 1, "dempt")),
    explanations=(ExplanationState(1, "Druk werkt averechts", "hypothese", ""),),
    advices=(AdviceState(1, "Rust", "wonen", "", "", (1, 2)), AdviceState(2, "Werkplaats", "wonen", "", "", (3,))),
    care=CareState(climate=("vast_gezicht",)),
)  # fmt: skip


def between(before: State, after: State, order: bool = True) -> Comparison:
    return compare(before, after, lambda question, code: code.capitalize(), order=order)


def seen(comparison: Comparison) -> list[tuple[str, str, Mark]]:
    return [(d.piece, d.key, d.mark) for group in comparison.groups for d in group.diffs]


def with_(**given: object) -> State:
    return State(**{**vars(BASE), **given})  # type: ignore[arg-type]


def test_the_same_is_the_same() -> None:
    found = between(BASE, BASE)
    assert found.is_same and found.count == 0
    assert between(State(), State()).is_same


def test_from_nothing_to_something_and_back() -> None:
    came, went = between(State(), BASE), between(BASE, State())
    assert {mark for *_, mark in seen(came)} == {Mark.ADDED, Mark.CHANGED}
    assert [one[:2] for one in seen(came)] == [one[:2] for one in seen(went)]
    assert came.count == 9


def test_a_card_that_reads_differently() -> None:
    other = CardState(1, "klacht", "gezin", "ouder", "Anja", "Ligt vaak op de bank")
    found = between(BASE, with_(cards=(other, DRUK, FIETS)))
    (card,) = (d for d in found.groups[0].diffs if d.piece == "kaartje")
    assert (card.mark, card.pk) == (Mark.CHANGED, 1)
    assert [field.label for field in card.fields] == ["Tekst", "Domein", "Wie zegt dit"]
    assert Run(RunKind.ADDED, " vaak") in card.fields[0].runs
    assert card.fields[1].runs == (Run(RunKind.GONE, "Jeugdige"), Run(RunKind.ADDED, "Gezin"))


def test_a_link_is_its_pair() -> None:
    found = between(BASE, with_(links=(LinkState(1, 2, "veroorzaakt"), LinkState(2, 1, "versterkt"))))
    assert seen(found) == [
        ("verband", "1-2", Mark.CHANGED), ("verband", "2-1", Mark.ADDED), ("verband", "3-1", Mark.GONE),
    ]  # fmt: skip
    changed = found.groups[0].diffs[0]
    assert changed.title == "“Ligt op de bank” veroorzaakt “Het moet”." and changed.pk is None
    assert found.marks("verband") == {"1-2": "anders", "2-1": "erbij", "3-1": "weg"}


def test_other_words_on_a_card_are_no_other_link() -> None:
    found = between(
        BASE, with_(cards=(CardState(1, "klacht", "jeugdige", "ouder", "", "Slaapt"), DRUK, FIETS))
    )
    assert [one[0] for one in seen(found)] == ["kaartje"]


def test_what_an_advice_hangs_on() -> None:
    found = between(BASE, with_(advices=(AdviceState(1, "Rust", "wonen", "", "", (2, 3)), BASE.advices[1])))
    (field,) = found.groups[0].diffs[0].fields
    assert field.is_list and [(run.kind, run.text) for run in field.runs] == [
        ("zelfde", "Het moet"), ("weg", "Ligt op de bank"), ("erbij", "Sleutelt graag"),
    ]  # fmt: skip


def test_another_order_is_told_only_when_both_know_it() -> None:
    turned = with_(advices=BASE.advices[::-1])
    assert between(BASE, turned).groups[0].counted == "andere volgorde"
    assert between(BASE, turned, order=False).is_same
    assert between(BASE, with_(cards=(FIETS, DRUK, BANK))).is_same, "each lies in a column of its own"


def test_answers_about_care() -> None:
    found = between(BASE, with_(care=CareState(profile="ernstige_fasd", climate=("ruimte_en_rust",))))
    (care,) = found.groups[0].diffs
    assert [field.label for field in care.fields] == ["Profiel", "Klimaat"]


def test_it_is_counted_in_words() -> None:
    found = between(BASE, with_(cards=(BANK, CardState(9, "klacht", "gezin", "", "", "Ruzie")), links=()))
    counted = {group.many: group.counted for group in found.groups}
    assert counted["kaartjes"] == "1 erbij, 2 weg"


def test_a_state_survives_being_kept() -> None:
    assert state_from(BASE.as_json()) == BASE and state_from(State().as_json()) == State()
