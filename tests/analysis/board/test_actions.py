"""Every way to change an analysis: what it writes, what it refuses, and what comes back."""

from uuid import uuid4

import pytest

from analysis.board import actions
from analysis.board.changes import Gone, NotAllowed, Stale
from analysis.board.models import Advice, Analysis, Element, Link
from analysis.board.undo import read_removed
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_analysis, make_case


@pytest.fixture
def analysis(petra: Person) -> Analysis:
    return make_analysis(make_case(petra))


def card(analysis: Analysis, start: str) -> Element:
    return analysis.elements.get(text__startswith=start)


def texts(analysis: Analysis) -> list[str]:
    return [one.text.split()[0] for one in analysis.elements.all()]


def test_an_analysis_is_made_once(petra: Person) -> None:
    case = make_case(petra)
    assert actions.analysis_of(case).pk == actions.analysis_of(case).pk


def test_a_card_is_added_last_counted_and_traced(petra: Person, analysis: Analysis) -> None:
    made = actions.add_element(by=petra, analysis=analysis, kind="klacht", domain="gezin", text="Slaapt niet")
    analysis.refresh_from_db()
    assert (made.position, made.version, analysis.version) == (3, 1, 2)
    assert analysis.changed_at is not None
    event = AuditEvent.objects.get(event="analysis.changed")
    assert event.details == {"what": "kaartje toegevoegd", "element": made.pk}
    assert made.history.get().history_user == petra.user


def test_the_same_form_twice_gives_one_card(petra: Person, analysis: Analysis) -> None:
    token = uuid4()
    for _ in range(2):
        actions.add_element(
            by=petra, analysis=analysis, form_token=token, kind="klacht", domain="gezin", text="Slaapt niet"
        )
    analysis.refresh_from_db()
    assert analysis.elements.filter(text="Slaapt niet").count() == 1
    assert analysis.version == 2


def test_a_change_counts_the_card_and_the_analysis_once(petra: Person, analysis: Analysis) -> None:
    element = card(analysis, "Ligt")
    changed = actions.change_element(by=petra, element=element, version=1, text="Ligt stil", domain="gezin")
    analysis.refresh_from_db()
    assert (changed.version, analysis.version) == (2, 2)


def test_saving_without_a_difference_counts_nothing(petra: Person, analysis: Analysis) -> None:
    element = card(analysis, "Ligt")
    actions.change_element(by=petra, element=element, version=1, text=element.text)
    analysis.refresh_from_db()
    assert analysis.version == 1
    assert not AuditEvent.objects.filter(event="analysis.changed").exists()


def test_what_another_changed_meanwhile_is_not_overwritten(petra: Person, analysis: Analysis) -> None:
    element = card(analysis, "Ligt")
    actions.change_element(by=petra, element=element, version=1, text="Eerst")
    with pytest.raises(Stale) as stale:
        actions.change_element(by=petra, element=element, version=1, text="Daarna")
    assert str(stale.value.current) == "Eerst"


def test_a_card_that_is_gone_cannot_be_changed(petra: Person, analysis: Analysis) -> None:
    element = card(analysis, "Ligt")
    actions.remove_element(by=petra, element=element)
    element.pk = Element.history.filter(history_type="-").get().id
    with pytest.raises(Gone):
        actions.change_element(by=petra, element=element, text="Te laat")


def test_cards_move_within_their_column(petra: Person, analysis: Analysis) -> None:
    for text in ("Een", "Twee", "Drie"):
        actions.add_element(by=petra, analysis=analysis, kind="klacht", domain="gezin", text=text)
    actions.move_element(by=petra, element=card(analysis, "Drie"), place=1)
    assert texts(analysis) == ["Ligt", "Steeds", "Sleutelt", "Drie", "Een", "Twee"]
    actions.move_element(by=petra, element=card(analysis, "Drie"), place=0)
    assert texts(analysis)[0] == "Drie"
    actions.move_element(by=petra, element=card(analysis, "Drie"), place=99)
    assert texts(analysis)[-1] == "Drie"
    assert texts(analysis)[1:3] == ["Steeds", "Sleutelt"]


def test_a_card_moves_to_another_column(petra: Person, analysis: Analysis) -> None:
    moved = actions.move_element(by=petra, element=card(analysis, "Ligt"), place=0, kind="in_stand_houdend")
    assert moved.kind == "in_stand_houdend"
    assert texts(analysis) == ["Ligt", "Steeds", "Sleutelt"]


def test_moving_to_where_it_is_counts_nothing(petra: Person, analysis: Analysis) -> None:
    actions.move_element(by=petra, element=card(analysis, "Ligt"), place=0)
    analysis.refresh_from_db()
    assert analysis.version == 1


@pytest.mark.parametrize(
    ("source", "target", "kind", "part"),
    [
        ("Sleutelt", "Steeds", "helpt", "dempt"),
        ("Ligt", "Ligt", "versterkt", "zichzelf"),
        ("Ligt", "Steeds", "veroorzaakt", "al een verband"),
    ],
)
def test_links_that_are_refused(
    petra: Person, analysis: Analysis, source: str, target: str, kind: str, part: str
) -> None:
    with pytest.raises(NotAllowed, match=part):
        actions.add_link(
            by=petra,
            analysis=analysis,
            source=card(analysis, source),
            target=card(analysis, target),
            kind=kind,
        )
    assert analysis.links.count() == 3


def test_the_other_direction_is_another_link(petra: Person, analysis: Analysis) -> None:
    link = actions.add_link(
        by=petra,
        analysis=analysis,
        source=card(analysis, "Ligt"),
        target=card(analysis, "Sleutelt"),
        kind="helpt",
    )
    assert link.position == 3


def test_a_link_changes_kind_and_ends(petra: Person, analysis: Analysis) -> None:
    link = analysis.links.get(kind="dempt")
    actions.change_link(by=petra, link=link, version=1, kind="versterkt", target=card(analysis, "Steeds"))
    link.refresh_from_db()
    assert (link.kind, link.target.text[:6], link.version) == ("versterkt", "Steeds", 2)


def test_a_link_cannot_change_into_one_that_is_refused(petra: Person, analysis: Analysis) -> None:
    with pytest.raises(NotAllowed):
        actions.change_link(by=petra, link=analysis.links.get(kind="dempt"), kind="helpt")
    assert analysis.links.filter(kind="dempt").exists()


def test_what_is_helped_stays_something_that_protects(petra: Person, analysis: Analysis) -> None:
    strength = card(analysis, "Sleutelt")
    actions.add_link(
        by=petra, analysis=analysis, source=card(analysis, "Ligt"), target=strength, kind="helpt"
    )
    with pytest.raises(NotAllowed, match="Ligt de hele dag"):
        actions.change_element(by=petra, element=strength, kind="klacht")
    with pytest.raises(NotAllowed):
        actions.move_element(by=petra, element=strength, place=0, kind="klacht")


def test_a_removed_card_comes_back_with_links_and_advice(petra: Person, analysis: Analysis) -> None:
    complaint = card(analysis, "Ligt")
    advice = actions.add_advice(
        by=petra, analysis=analysis, elements=[complaint], text="Rust", life_area="wonen"
    )
    links = set(analysis.links.values_list("source_id", "target_id", "kind", "position"))
    removed = actions.remove_element(by=petra, element=complaint)
    assert (analysis.links.count(), advice.elements.count()) == (0, 0)

    read = read_removed(removed.signed(), analysis)
    assert read == removed
    back = actions.restore_element(by=petra, analysis=analysis, removed=removed)

    assert (back.pk, back.text, back.position) == (removed.pk, complaint.text, 0)
    assert set(analysis.links.values_list("source_id", "target_id", "kind", "position")) == links
    assert list(advice.elements.all()) == [back]


def test_bringing_back_twice_is_bringing_back_once(petra: Person, analysis: Analysis) -> None:
    removed = actions.remove_element(by=petra, element=card(analysis, "Ligt"))
    for _ in range(2):
        actions.restore_element(by=petra, analysis=analysis, removed=removed)
    analysis.refresh_from_db()
    assert (analysis.elements.count(), analysis.links.count(), analysis.version) == (3, 3, 3)


def test_a_link_to_what_is_gone_or_not_allowed_stays_away(petra: Person, analysis: Analysis) -> None:
    strength = card(analysis, "Sleutelt")
    source = card(analysis, "Ligt")
    actions.add_link(by=petra, analysis=analysis, source=source, target=strength, kind="helpt")
    removed = actions.remove_element(by=petra, element=source)
    actions.remove_element(by=petra, element=card(analysis, "Steeds"))
    actions.change_element(by=petra, element=strength, kind="klacht")
    actions.restore_element(by=petra, analysis=analysis, removed=removed)
    assert list(Link.objects.values_list("kind", flat=True)) == ["dempt"]


def test_another_analysis_cannot_be_read_from_an_undo(petra: Person, analysis: Analysis) -> None:
    removed = actions.remove_link(by=petra, link=analysis.links.get(kind="dempt"))
    other = make_analysis(make_case(petra, first_name="Fenna"))
    assert read_removed(removed.signed(), other) is None
    assert read_removed(removed.signed() + "x", analysis) is None
    with pytest.raises(Gone):
        actions.restore_link(by=petra, analysis=other, removed=removed)


def test_a_link_comes_back_unless_its_place_is_taken(petra: Person, analysis: Analysis) -> None:
    removed = actions.remove_link(by=petra, link=analysis.links.get(kind="dempt"))
    actions.restore_link(by=petra, analysis=analysis, removed=removed)
    assert analysis.links.count() == 3
    removed = actions.remove_link(by=petra, link=analysis.links.get(kind="dempt"))
    actions.add_link(
        by=petra,
        analysis=analysis,
        source=card(analysis, "Sleutelt"),
        target=card(analysis, "Ligt"),
        kind="versterkt",
    )
    with pytest.raises(NotAllowed, match="kan niet terug"):
        actions.restore_link(by=petra, analysis=analysis, removed=removed)


def test_explanations_come_and_go(petra: Person, analysis: Analysis) -> None:
    made = actions.add_explanation(by=petra, analysis=analysis, text="Druk", certainty="hypothese", test="")
    actions.change_explanation(by=petra, explanation=made, version=1, certainty="getoetst")
    removed = actions.remove_explanation(by=petra, explanation=made, version=2)
    back = actions.restore_explanation(by=petra, analysis=analysis, removed=removed)
    assert (back.text, back.certainty, back.version) == ("Druk", "getoetst", 3)


def test_advice_hangs_moves_and_comes_back(petra: Person, analysis: Analysis) -> None:
    complaint, pressure = card(analysis, "Ligt"), card(analysis, "Steeds")
    first, second = (
        actions.add_advice(by=petra, analysis=analysis, elements=[complaint], text=text, life_area="gezin")
        for text in ("Eerst", "Dan")
    )
    actions.change_advice(by=petra, advice=second, version=1, elements=[pressure], variant="B")
    actions.move_advice(by=petra, advice=second, place=0)
    assert [str(one) for one in analysis.advices.all()] == ["Dan", "Eerst"]
    removed = actions.remove_advice(by=petra, advice=second)
    back = actions.restore_advice(by=petra, analysis=analysis, removed=removed)
    assert ([one.pk for one in back.elements.all()], back.variant) == ([pressure.pk], "B")
    assert Advice.objects.get(pk=first.pk).elements.get() == complaint


def test_only_elements_of_this_analysis_hang_under_an_advice(petra: Person, analysis: Analysis) -> None:
    other = make_analysis(make_case(petra, first_name="Fenna"))
    advice = actions.add_advice(
        by=petra, analysis=analysis, elements=other.elements.all(), text="Rust", life_area="gezin"
    )
    assert not advice.elements.exists()


def test_the_picture_of_care_has_a_version_of_its_own(petra: Person, analysis: Analysis) -> None:
    answers = {"harmful_care": ["aanpakken_zonder_analyse"], "positive_pattern": [], "profile": ""}
    actions.add_element(by=petra, analysis=analysis, kind="klacht", domain="gezin", text="Een")
    actions.set_picture_of_care(by=petra, analysis=analysis, climate=["vast_gezicht"], version=0, **answers)
    actions.set_picture_of_care(by=petra, analysis=analysis, climate=["kleine_groep"], version=0, **answers)
    analysis.refresh_from_db()
    assert (analysis.climate, analysis.care_version, analysis.version) == (
        ["vast_gezicht", "kleine_groep"],
        2,
        4,
    )
    with pytest.raises(Stale):
        actions.set_picture_of_care(by=petra, analysis=analysis, climate=[], version=-1, **answers)
