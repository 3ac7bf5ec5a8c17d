"""What the header of a case says about sharing: by the rule only, and a no of somebody who decides by name."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from cases.casefile.header import Warning
from cases.casefile.models import Case, Phase

from .models import Endorsement
from .queries import shared_of
from .rules import State

RUNNING = (Phase.ANALYSIS, Phase.FOLLOWING)


def shared_warnings(case: Case, today: date) -> Iterable[Warning]:
    """For who may read the analysis; one query, and three more once somebody answered."""
    if "analysis.read" not in case.rights or case.phase not in RUNNING:
        return
    answer = Endorsement.objects.filter(analysis__case=case).select_related("analysis").first()
    if answer is None:
        return
    shared, url = shared_of(case, answer.analysis), reverse("analysis:shared", args=[case.number])
    if shared.state == State.SHARED:
        yield Warning("gedeeld", "good", url)
    elif shared.state == State.NOT:
        decisive = next(one for one in shared.refusals if one.decisive)
        yield Warning(f"nee van {decisive.name.split()[0]}", "stuck", url)
    elif shared.state == State.PARTLY:
        yield Warning("deels gedeeld", "attention", url)
