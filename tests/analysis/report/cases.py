"""Cases to report about."""

import json
from typing import Any

from analysis.loading.reading import read_case
from analysis.loading.writing import known_answers, load_case
from cases.casefile.models import Case
from expertteam.access.person import Person
from tests.analysis.loading.files import TODAY, Change, changed
from tests.factories import allow_everything


def load(by: Person, *changes: Change) -> Case:
    """The invented case, perhaps with changes, as the gate gives it; sharing was agreed."""
    document = changed(*changes)
    reading = read_case(document, known_answers(), TODAY)
    assert reading.case is not None, [str(problem) for problem in reading.problems]
    key = str(hash(json.dumps(document, sort_keys=True)))
    case = load_case(by=by, file=reading.case, source_key=key)
    if not case.other_bases.exists():
        allow_everything(by, case)
    return Case.objects.select_related("team", "young_person", "referral", "owner").get(pk=case.pk)


def only(*parts: str) -> Change:
    """Leave only these parts of the file, besides the young person and the analysis."""

    def change(document: dict[str, Any]) -> None:
        for key in set(document) - {"jeugdige", "analyse", *parts}:
            del document[key]

    return change
