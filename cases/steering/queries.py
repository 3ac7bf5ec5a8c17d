"""What the page of actions shows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from cases.casefile.models import Case
from cases.casefile.text import folded
from cases.outside.models import OutsideLink

from .actions import MANAGER_PAGE, OWNER_PAGE
from .models import Action, ActionAnswer, ActionReminder, ActionStatus


@dataclass(frozen=True)
class OwnerChip:
    """A filter: whose actions. `key` is the number of their first action, so no name stands in an address."""

    key: int
    name: str
    open: int
    late: int


def actions_of_case(case: Case) -> QuerySet[Action]:
    """With what a row shows: owner, answers, reminders and links; a fixed number of queries."""
    return (
        case.actions.select_related("owner_user", "owner_participant")
        .prefetch_related(
            Prefetch("answers", ActionAnswer.objects.select_related("noted_by").order_by("-at", "-pk")),
            Prefetch(
                "sent_reminders", ActionReminder.objects.select_related("mail").order_by("-sent_at", "-pk")
            ),
        )
        .order_by("due_on", "pk")
    )


def chips_of(found: list[Action], today: date) -> list[OwnerChip]:
    """Everybody who has something open, by name."""
    people: dict[str, list[Action]] = {}
    for action in found:
        if action.status == ActionStatus.OPEN:
            people.setdefault(folded(action.owner_name), []).append(action)
    chips = [
        OwnerChip(
            min(a.pk for a in mine), mine[0].owner_name, len(mine), sum(1 for a in mine if is_late(a, today))
        )
        for mine in people.values()
    ]
    return sorted(chips, key=lambda chip: folded(chip.name))


def is_late(action: Action, today: date) -> bool:
    """Open and past its day; what was put off until later is not."""
    late = action.due_on is not None and action.due_on < today
    return action.status == ActionStatus.OPEN and late and not is_asleep(action, today)


def is_asleep(action: Action, today: date) -> bool:
    return action.snoozed_until is not None and action.snoozed_until > today


def page_of(case: Case, today: date, owner_key: str = "") -> dict[str, Any]:
    """Late, open and done; of one person when `owner_key` names one."""
    found = list(actions_of_case(case))
    chips = chips_of(found, today)
    chosen = next((chip for chip in chips if str(chip.key) == owner_key), None)
    shown = [a for a in found if chosen is None or folded(a.owner_name) == folded(chosen.name)]
    still = [a for a in shown if a.status == ActionStatus.OPEN]
    over = sorted((a for a in shown if a.status != ActionStatus.OPEN), key=finished_last)
    return {
        "late": [a for a in still if is_late(a, today)],
        "open": sorted((a for a in still if not is_late(a, today)), key=lambda a: soonest(a, today)),
        "over": over[::-1],
        "chips": chips if len(chips) > 1 else [],
        "chosen": chosen,
        "outside": [a for a in still if not a.is_inside],
    }


def soonest(action: Action, today: date) -> tuple[bool, date, int]:
    """What is put off comes last, what has no day before it."""
    return is_asleep(action, today), action.due_on or date.max, action.pk


def finished_last(action: Action) -> tuple[date, int]:
    return action.done_on or date.min, action.pk


def links_of(action: Action) -> QuerySet[OutsideLink]:
    """The links that still open something of this action, of its owner or manager."""
    links = OutsideLink.objects.filter(case=action.case, subject_id=action.pk, withdrawn_at=None)
    return links.filter(purpose__in=[OWNER_PAGE, MANAGER_PAGE]).exclude(token_hash=None).order_by("-given_at")
