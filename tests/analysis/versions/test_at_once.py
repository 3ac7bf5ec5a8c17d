"""Two people at the same moment: no double version, and nobody brings back over another."""

import pytest

from analysis.board.actions import change_element
from analysis.board.models import Analysis
from analysis.versions.actions import fix_version
from analysis.versions.models import FixedVersion
from analysis.versions.restoring import Moved, bring_back_all
from analysis.versions.stands import fixed_stand
from expertteam.access.person import Person
from tests.cases.at_once import all_at_once

from .desk import card, make_board

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
AT_ONCE = 4


def test_who_fix_at_once_get_one_version(petra: Person) -> None:
    analysis = make_board(petra)
    made = all_at_once(lambda _: fix_version(by=petra, analysis=analysis, why="met_de_hand").number, AT_ONCE)
    assert made == [1] * AT_ONCE and FixedVersion.objects.count() == 1


def test_of_who_bring_back_at_once_one_does_and_the_others_hear_it(petra: Person) -> None:
    analysis = make_board(petra)
    stand = fixed_stand(analysis.case, fix_version(by=petra, analysis=analysis, why="besproken"))
    change_element(by=petra, element=card(analysis, "Ligt"), text="Heel anders")
    seen = Analysis.objects.get(pk=analysis.pk).version

    def bring_back(_: int) -> str:
        try:
            return str(bring_back_all(by=petra, analysis=analysis, stand=stand, seen=seen))
        except Moved:
            return "Moved"

    assert sorted(all_at_once(bring_back, AT_ONCE)) == ["Moved"] * (AT_ONCE - 1) + ["True"]
    assert card(analysis, "Ligt de hele dag") and FixedVersion.objects.count() == 2
