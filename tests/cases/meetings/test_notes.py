"""The notes of a conversation: who writes at the same time loses nothing, and is asked only where it truly clashes."""

import json
from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.meetings.models import AgendaItem
from cases.meetings.notes import LONGEST_NOTES, Kept, NotesFull, save_notes, together
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from expertteam.texts.merge import split, words
from tests.cases.at_once import all_at_once

As = Callable[[Person], Client]
WORDS = st.sampled_from(["oma", "rust", "school", "';", "DROP", "🙂", "مرحبا"])
GAPS = st.sampled_from([" ", " ", "  ", "\n", "\n\n"])
TEXT = st.lists(st.tuples(WORDS, GAPS), max_size=8).map(lambda rows: "".join(w + g for w, g in rows)) | st.lists(
    st.tuples(GAPS, WORDS), max_size=8
).map(lambda rows: "".join(g + w for g, w in rows))  # fmt: skip


def note(by: Person, item: AgendaItem, notes: str, base: str = "", version: int = 0) -> Kept:
    return save_notes(by=by, item=item, notes=notes, base=base, version=version)


@given(base=TEXT, mine=TEXT, theirs=TEXT)
@settings(max_examples=300, deadline=None)
def test_no_new_word_of_either_side_goes_away(base: str, mine: str, theirs: str) -> None:
    kept = set(words(split(together(base, mine, theirs).text)))
    for side in (mine, theirs):
        assert set(words(split(side))) - set(words(split(base))) <= kept
    assert together(base, mine, base).text == mine


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "text"),
    [
        ("", "Ruben wil vissen", "Anja is moe", "Anja is moe\nRuben wil vissen"),
        ("Anja vertelt", "Anja vertelt dat", "Anja vertelt\nRuben zegt", "Anja vertelt dat\nRuben zegt"),
        ("Wens:\n", "Wens:\nvissen", "Wens:\nslapen", "Wens:\nslapen\nvissen"),
        ("Een\nTwee", "Een!\nTwee", "Een\nTwee, drie", "Een!\nTwee, drie"),
    ],
)
def test_who_adds_lines_hinders_nobody(base: str, mine: str, theirs: str, text: str) -> None:
    found = together(base, mine, theirs)
    assert (found.text, found.clashes) == (text, ())


def test_the_same_words_changed_by_two_are_a_clash_and_both_stay() -> None:
    found = together("Gea belt vrijdag", "Gea belt maandag", "Gea belt zondag")
    assert found.text == "Gea belt zondag maandag" and found.clashes == (("zondag", "maandag"),)
    assert (found.only_mine, found.only_theirs) == ("Gea belt maandag", "Gea belt zondag")


def test_a_clash_at_the_beginning_does_not_break_the_line() -> None:
    found = together("Opa belt\nSchool wacht", "Oma belt\nSchool wacht", "Gea belt\nSchool wacht")
    assert found.text == "Gea Oma belt\nSchool wacht" and found.clashes == (("Gea", "Oma"),)


def test_disjoint_edits_of_two_people_are_put_together(petra: Person, emre: Person, item: AgendaItem) -> None:
    note(petra, item, "Wens: vissen.\nBesluit: wachten.")
    old = "Wens: vissen.\nBesluit: wachten."
    note(petra, item, "Wens: vissen met opa.\nBesluit: wachten.", old, 1)
    kept = note(emre, item, "Wens: vissen.\nBesluit: niet wachten.", old, 1)
    assert kept.item.notes == "Wens: vissen met opa.\nBesluit: niet wachten." and kept.clash is None
    assert kept.item.notes_version == 3


def test_what_is_sent_twice_counts_once_also_after_others_went_on(
    petra: Person, emre: Person, item: AgendaItem
) -> None:
    note(petra, item, "Anja vertelt")
    note(emre, item, "Over thuis: vertelt Anja", "Anja vertelt", 1)
    again = note(petra, item, "Anja vertelt")
    assert (again.item.notes, again.item.notes_version, again.clash) == ("Over thuis: vertelt Anja", 2, None)
    assert AuditEvent.objects.filter(event="talk.noted").count() == 2


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_at_the_same_moment(petra: Person, emre: Person, item: AgendaItem) -> None:
    people = (petra, emre)
    all_at_once(lambda one: note(people[one], item, f"Regel van {people[one].user.name}"), 2)
    item.refresh_from_db()
    assert sorted(item.notes.split("\n")) == ["Regel van Emre Kaya", "Regel van Petra Nijboer"]


def test_what_is_too_long_is_refused_whole(petra: Person, emre: Person, item: AgendaItem) -> None:
    note(petra, item, "a" * LONGEST_NOTES)
    with pytest.raises(NotesFull):
        note(emre, item, "b")
    item.refresh_from_db()
    assert item.notes == "a" * LONGEST_NOTES


def address_of(item: AgendaItem) -> str:
    return f"/casussen/{item.case.number}/bijeenkomsten/{item.pk}/notities/"


def typed(client: Client, item: AgendaItem, **data: str) -> dict[str, object]:
    answer = client.post(address_of(item), data, headers={"X-Autosave": "1"})
    assert answer.status_code == 200
    found: dict[str, object] = json.loads(answer.content)
    return found


def test_while_typing_the_answer_holds_what_the_other_wrote(
    as_: As, petra: Person, emre: Person, item: AgendaItem
) -> None:
    first = typed(as_(emre), item, notes="Rust eerst", base="", version="0")
    assert first["version"] == 1 and "notes" not in first
    other = typed(as_(petra), item, notes="Dan school", base="", version="0")
    assert (other["notes"], other["version"]) == ("Rust eerst\nDan school", 2) and "clash" not in other
    clash = typed(as_(petra), item, notes="Rust later\nDan school", base="Rust nu\nDan school", version="1")
    assert clash["asks"] and clash["notes"] == "Rust eerst later\nDan school"


def test_without_a_script_a_page_shows_both_and_lets_choose(
    as_: As, petra: Person, emre: Person, item: AgendaItem
) -> None:
    note(petra, item, "Gea belt vrijdag")
    note(petra, item, "Gea belt zondag", "Gea belt vrijdag", 1)
    client = as_(emre)
    sent = {"notes": "Gea belt maandag", "base": "Gea belt vrijdag", "version": "1"}
    page = client.post(address_of(item), sent)
    said = page.content.decode()
    assert page.status_code == 200 and "Gea belt zondag maandag</textarea>" in said
    assert "Iemand anders schreef op dezelfde plek" in said
    chosen = {"notes": "Gea belt maandag", "base": "Gea belt zondag maandag", "version": "3"}
    assert client.post(address_of(item), chosen).status_code == 302
    item.refresh_from_db()
    assert item.notes == "Gea belt maandag"
    assert client.post(address_of(item), sent).status_code == 302, (
        "back, and sent again: it was there already"
    )
    item.refresh_from_db()
    assert item.notes == "Gea belt maandag"


def test_too_long_says_so_and_keeps_what_was_typed(
    as_: As, petra: Person, emre: Person, item: AgendaItem
) -> None:
    note(petra, item, "a" * LONGEST_NOTES)
    page = as_(emre).post(address_of(item), {"notes": "Anja is moe", "base": "", "version": "0"})
    assert page.status_code == 422 and "samen te lang" in page.content.decode()
    assert "\nAnja is moe</textarea>" in page.content.decode()
    late = as_(emre).post(address_of(item), {"notes": "Anja is moe"}, headers={"X-Autosave": "1"})
    assert late.status_code == 409


def test_an_expired_login_loses_nothing(client: Client, item: AgendaItem) -> None:
    assert client.post(address_of(item), {"notes": "Rust"}, headers={"X-Autosave": "1"}).status_code == 401


def test_who_does_not_lead_writes_nothing(as_: As, zora: Person, item: AgendaItem) -> None:
    assert as_(zora).post(address_of(item), {"notes": "Anders", "base": ""}).status_code == 403
    item.refresh_from_db()
    assert item.notes == ""
