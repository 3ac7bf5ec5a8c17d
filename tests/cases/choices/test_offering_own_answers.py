"""An answer that a team added for itself is offered to that team alone; a retired one to nobody."""

from datetime import date

import pytest

from cases.choices.models import Choice
from cases.choices.queries import forget, labels, selectable
from expertteam.accounts.models import Team


@pytest.fixture
def own(groningen: Team) -> Choice:
    forget()
    fields = {"code": "dorpsschool", "label": "Dorpsschool", "position": 99}
    return Choice.objects.create(question="type_onderwijs", team=groningen, **fields)


def test_only_the_own_team_is_offered_it(own: Choice, groningen: Team, friesland: Team) -> None:
    assert ("dorpsschool", "Dorpsschool") in selectable("type_onderwijs", team=groningen)
    assert "dorpsschool" not in dict(selectable("type_onderwijs", team=friesland))
    assert "dorpsschool" not in dict(selectable("type_onderwijs"))
    forget()


def test_a_retired_answer_keeps_its_label_but_is_not_offered(own: Choice, groningen: Team) -> None:
    Choice.objects.filter(pk=own.pk).update(retired_on=date(2026, 1, 1))
    forget()
    assert "dorpsschool" not in dict(selectable("type_onderwijs", team=groningen))
    assert labels("type_onderwijs")["dorpsschool"] == "Dorpsschool"
    forget()
