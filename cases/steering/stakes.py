"""An action is never given to a colleague who has a stake in the case, also when that was said a moment ago."""

from collections.abc import Callable
from typing import TypeVar

from django import forms

from cases.casefile.models import Case, ConflictOfInterest

from .day_mails import written_as

T = TypeVar("T")

HAS_A_STAKE = "{name} heeft een belang bij deze casus. Kies een ander."
IS_THEIRS = "Dit is het adres van {name}, en die heeft een belang bij deze casus. Kies een ander."


class OwnerHasStake(ValueError):
    """Who would do it, or hear of it, has a stake in this case: the text says who, in Dutch, and `field` where."""

    def __init__(self, field: str, said: str) -> None:
        super().__init__(said)
        self.field = field


def refuse_stakes(held: Case, user: int | None, addresses: dict[str, str]) -> None:
    """OwnerHasStake when this colleague, or whose address stands in a field (name → address), has a stake.

    The row of the case must be held: whoever says that they have a stake holds it too.
    """
    asked = {name: written_as(address) for name, address in addresses.items() if address}
    if user is None and not asked:
        return
    for one in ConflictOfInterest.objects.about(held).select_related("user"):
        if one.user_id == user:
            raise OwnerHasStake("owner_name", HAS_A_STAKE.format(name=one.user.name))
        for name, address in asked.items():
            if address == written_as(one.user.email):
                raise OwnerHasStake(name, IS_THEIRS.format(name=one.user.name))


def unless_refused(form: forms.BaseForm, field: str, work: Callable[[], T]) -> T | None:
    """What `work` gives; None when a stake stood in the way: then the form says so, at that field or at `field`."""
    try:
        return work()
    except OwnerHasStake as refused:
        form.add_error(refused.field if refused.field in form.fields else field, str(refused))
        return None
