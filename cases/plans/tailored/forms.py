"""Form of a tailored solution."""

import re
from dataclasses import fields
from typing import Any

from django import forms

from cases.choices.offering import offer
from cases.plans.models import TailoredSolution
from cases.plans.rows import Rows, RowsForm
from expertteam.ui.forms import Block, Columns, DutchDateField

from .actions import FundData, SolutionData

THOUSANDS = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?")


class EurosField(forms.DecimalField):
    """An amount as people write it: `12500`, `12.500`, `€ 4.000,50`."""

    def to_python(self, value: Any) -> Any:
        """The amount, or None for nothing typed."""
        text = str(value).replace("€", "").strip() if isinstance(value, str) else value
        return super().to_python(
            text.replace(".", "") if isinstance(text, str) and THOUSANDS.fullmatch(text) else text
        )


def fund_fields() -> dict[str, forms.Field]:
    """One fund."""
    return {
        "source": forms.ChoiceField(label="Waaruit?", required=False),
        "amount": EurosField(
            label="Bedrag per jaar", required=False, min_value=0, max_digits=9, decimal_places=2, localize=True,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "size": "12"}),
            error_messages={
                "invalid": "Schrijf het bedrag als getal, bijvoorbeeld 12500.",
                "min_value": "Een bedrag kan niet minder dan nul zijn.",
                "max_digits": "Dit bedrag is te groot. Kijk het nog eens na.",
                "max_whole_digits": "Dit bedrag is te groot. Kijk het nog eens na.",
            },
        ),
        "note": forms.CharField(label="Toelichting", max_length=200, required=False),
    }  # fmt: skip


FUNDS = Rows("fund", "Geldbron", fund_fields, needed=("source",))


class SolutionForm(RowsForm):
    """What somebody wants, who makes it, what pays it, which rule has to give way, and how it ends."""

    rows = (FUNDS,)
    why = {
        "worked_before": "Wat eerder hielp, al was het maar even, wijst de weg naar wat nu kan werken.",
        "way_back": "Maatwerk is vaak tijdelijk. Spreek vooraf af waar iemand terechtkan als het niet lukt.",
    }

    wish = forms.CharField(max_length=2000, widget=forms.Textarea)
    worked_before = forms.CharField(
        label="Wat werkte eerder?", max_length=2000, required=False, widget=forms.Textarea
    )
    maker = forms.CharField(
        label="Wie maakt het?", max_length=300, required=False,
        help_text="Bijvoorbeeld een zorgboerderij samen met school",
    )  # fmt: skip
    rule = forms.CharField(
        label="Welke regel staat in de weg?", max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    rule_lifter = forms.CharField(
        label="Wie kan die regel opzij zetten?", max_length=300, required=False,
        help_text="Een naam en een functie",
    )  # fmt: skip
    ends_on = DutchDateField(label="Tot wanneer?", required=False)
    way_back = forms.CharField(
        label="Wat is de weg terug?", max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def __init__(
        self, *args: Any, name: str, solution: TailoredSolution | None = None, **kwargs: Any
    ) -> None:
        self.first_name = name
        if solution:
            kwargs["initial"] = {one.name: getattr(solution, one.name) for one in fields(SolutionData)}
            kwargs["known"] = {"fund": list(solution.funds.values("source", "amount", "note"))}
        super().__init__(*args, **kwargs)
        for row in range(self.counts[FUNDS.name]):
            offer(self, FUNDS.field(row, "source"), "geldbron", "Kies een geldbron")

    def blocks(self) -> list[Any]:
        super().blocks()
        self.fields["wish"].label = f"Wat wil {self.first_name}?"
        return [
            Block("De wens", "Begin bij wat iemand zelf wil.", "wish", "worked_before"),
            Block("Wie maakt het, en wat betaalt het?", "", "maker", *self.row_blocks(FUNDS)),
            Block(
                "De regel in de weg",
                "Soms kan het wel, als iemand een regel opzij zet.",
                "rule",
                "rule_lifter",
            ),
            Block("Einde en weg terug", "", Columns("ends_on"), "way_back"),
        ]

    def data_given(self) -> SolutionData:
        """What was typed, for the action."""
        return SolutionData(**self.plain())

    def funds_given(self) -> list[FundData]:
        """The funds that were filled in."""
        return [FundData(**row) for row in self.given(FUNDS)]
