"""What the plans put in the header of a case."""

from datetime import date

from django.urls import reverse

from cases.casefile.header import Warning
from cases.casefile.models import Case

from .queries import lacks_future_plan


def future_warnings(case: Case, today: date) -> list[Warning]:
    """From 16½ without a toekomstplan, for who may read plans."""
    if "plans.read" in case.rights and lacks_future_plan(case, today):
        return [
            Warning("16½ of ouder: nog geen toekomstplan", url=reverse("cases:plans", args=[case.number]))
        ]
    return []
