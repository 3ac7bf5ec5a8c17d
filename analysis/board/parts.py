"""What can stand on the board, and with which form and actions each kind of piece is made, changed and removed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from . import actions, dissenting
from .forms import AdviceForm, BoardForm, CardForm, DissentForm, ExplanationForm, LinkForm
from .models import Advice, Dissent, Element, Explanation, Link, Part


@dataclass(frozen=True)
class Kind:
    """A kind of piece. `slug` stands in addresses, `argument` is its name in the actions."""

    slug: str
    name: str
    argument: str
    model: type[Part]
    form: type[BoardForm]
    add: Callable[..., Any]
    change: Callable[..., Any]
    remove: Callable[..., Any]
    restore: Callable[..., Any]
    move: Callable[..., Any] | None = None

    @property
    def has_order(self) -> bool:
        """Whether pieces of this kind can be put in another order."""
        return self.move is not None

    def key(self, pk: int | None, column: str = "") -> str:
        """The id of a piece on the page, also of one that is being made."""
        return f"{self.slug}-{pk or 'nieuw'}" + (f"-{column}" if column else "")


KINDS = {
    kind.slug: kind
    for kind in (
        Kind(
            "kaartje",
            "Kaartje",
            "element",
            Element,
            CardForm,
            actions.add_element,
            actions.change_element,
            actions.remove_element,
            actions.restore_element,
            actions.move_element,
        ),
        Kind(
            "verband",
            "Verband",
            "link",
            Link,
            LinkForm,
            actions.add_link,
            actions.change_link,
            actions.remove_link,
            actions.restore_link,
        ),
        Kind(
            "verklaring",
            "Verklaring",
            "explanation",
            Explanation,
            ExplanationForm,
            actions.add_explanation,
            actions.change_explanation,
            actions.remove_explanation,
            actions.restore_explanation,
        ),
        Kind(
            "advies",
            "Advies",
            "advice",
            Advice,
            AdviceForm,
            actions.add_advice,
            actions.change_advice,
            actions.remove_advice,
            actions.restore_advice,
            actions.move_advice,
        ),
        Kind(
            "kijk",
            "Andere kijk",
            "dissent",
            Dissent,
            DissentForm,
            dissenting.add_dissent,
            dissenting.change_dissent,
            dissenting.remove_dissent,
            dissenting.restore_dissent,
        ),
    )
}


class KindConverter:
    """`<piece:kind>` in an address: one of the kinds, by its slug."""

    regex = "|".join(KINDS)

    def to_python(self, value: str) -> Kind:
        return KINDS[value]

    def to_url(self, value: Kind | str) -> str:
        return value.slug if isinstance(value, Kind) else value
