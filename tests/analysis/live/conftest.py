"""A board of Petra that Emre writes on too."""

import pytest

from cases.casefile.actions import grant_case
from cases.casefile.models import Case
from expertteam.access.person import Person
from tests.analysis.board.desk import make_board


@pytest.fixture
def case(petra: Person, emre: Person) -> Case:
    case = make_board(petra)
    grant_case(by=petra, case=case, user=emre.user)
    return case
