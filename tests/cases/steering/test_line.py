"""One line: who, what, when."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.steering.line import Line, LineError, understand
from expertteam.ui.dates import DateError

TODAY = date(2026, 11, 23)  # a Monday
NAMES = ["Petra Nijboer", "Gea Bos", "Anja Oosterhuis", "Anja de Vries", "José van Dijk", "Ruben Oosterhuis"]


@pytest.mark.parametrize(
    ("typed", "who", "what", "day"),
    [
        ("Gea belt school, vrijdag", "Gea Bos", "Belt school", (2026, 11, 27)),
        ("gea bos: school bellen voor 12 mrt", "Gea Bos", "School bellen", (2027, 3, 12)),
        ("ik vraag de huisarts om een brief morgen", "", "Vraag de huisarts om een brief", (2026, 11, 24)),
        ("school bellen", "", "School bellen", None),
        ("School bellen, over twee weken", "", "School bellen", (2026, 12, 7)),
        ("De school regelt vervoer, volgende week", "De school", "Regelt vervoer", (2026, 12, 4)),
        ("Meneer Smit belt terug op 3-12", "Meneer Smit", "Belt terug", (2026, 12, 3)),
        ("jose vraagt de beschikking aan, uiterlijk eind van de maand", "José van Dijk", "Vraagt de beschikking aan",
         (2026, 11, 30)),
        ("vrijdag belt Gea school", "Gea Bos", "Belt school", (2026, 11, 27)),
        ("vrijdag: plan mailen", "", "Plan mailen", (2026, 11, 27)),
        ("plan mailen door Petra, vr", "Petra Nijboer", "Plan mailen", (2026, 11, 27)),
        ("Anja de Vries kijkt naar de planning, maandag", "Anja de Vries", "Kijkt naar de planning", (2026, 11, 30)),
        ("Petra: gesprek plannen volgende week dinsdag", "Petra Nijboer", "Gesprek plannen", (2026, 12, 1)),
        ("Gea haalt het dossier op, dinsdag over een week", "Gea Bos", "Haalt het dossier op", (2026, 12, 1)),
        ("Gea belt school, 23-11-2026", "Gea Bos", "Belt school", (2026, 11, 23)),
        ("Gea belt school 23 november", "Gea Bos", "Belt school", (2026, 11, 23)),
        ("Gea belt school 22 november", "Gea Bos", "Belt school", (2027, 11, 22)),
        ("Gea belt school, eind januari", "Gea Bos", "Belt school", (2027, 1, 31)),
        ("Gea belt school, over een maand", "Gea Bos", "Belt school", (2026, 12, 23)),
        ("Gea belt school voor het weekend.", "Gea Bos", "Belt school", (2026, 11, 27)),
        ("Leerplicht: thuis langs, deze week", "Leerplicht", "Thuis langs", (2026, 11, 27)),
        ("Ruben kiest zelf een fiets", "Ruben Oosterhuis", "Kiest zelf een fiets", None),
        ("Contact met de huisarts", "", "Contact met de huisarts", None),
        ("Gesprek met Gea", "", "Gesprek met Gea", None),
        ("doe het zo", "", "Doe het zo", None),
        ("🚲 fiets zoeken, donderdag", "", "🚲 fiets zoeken", (2026, 11, 26)),
    ],
)  # fmt: skip
def test_who_what_and_when(typed: str, who: str, what: str, day: tuple[int, int, int] | None) -> None:
    assert understand(typed, today=TODAY, names=NAMES) == Line(who, what, date(*day) if day else None)


@pytest.mark.parametrize(
    ("today", "typed", "day"),
    [
        (date(2026, 11, 27), "vrijdag", date(2026, 12, 4)),
        (date(2026, 11, 27), "deze week", date(2026, 11, 27)),
        (date(2026, 11, 28), "deze week", date(2026, 12, 4)),
        (date(2026, 11, 29), "volgende week", date(2026, 12, 4)),
        (date(2026, 12, 31), "morgen", date(2027, 1, 1)),
        (date(2027, 1, 31), "over een maand", date(2027, 2, 28)),
        (date(2026, 12, 31), "over twee maanden", date(2027, 2, 28)),
        (date(2026, 12, 1), "eind van de maand", date(2026, 12, 31)),
        (date(2028, 2, 1), "29 feb", date(2028, 2, 29)),
    ],
)
def test_the_edges_of_weeks_months_and_years(today: date, typed: str, day: date) -> None:
    assert understand(f"School bellen, {typed}", today=today, names=[]).due_on == day


@pytest.mark.parametrize("typed", ["Anja belt school", "Anja: school bellen"])
def test_two_with_one_name_are_asked_about(typed: str) -> None:
    with pytest.raises(LineError, match="Anja Oosterhuis of Anja de Vries"):
        understand(typed, today=TODAY, names=NAMES)


def test_a_day_that_does_not_exist() -> None:
    with pytest.raises(DateError, match="31 februari bestaat niet"):
        understand("Gea belt school, 31-2", today=TODAY, names=NAMES)


@pytest.mark.parametrize("typed", ["", "  ", ",", "Gea:", "ik"])
def test_nothing_to_do(typed: str) -> None:
    if typed == "Gea:":
        assert understand(typed, today=TODAY, names=NAMES).what == "Gea"
        return
    with pytest.raises(LineError, match="Wat moet er gebeuren"):
        understand(typed, today=TODAY, names=NAMES)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_read_or_explained(typed: str) -> None:
    try:
        line = understand(typed, today=TODAY, names=NAMES)
    except (LineError, DateError) as said:
        assert str(said)
    else:
        assert line.what.strip() and (
            line.due_on is None or line.due_on >= TODAY or str(line.due_on.year) in typed
        )
