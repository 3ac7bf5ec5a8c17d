"""Forms for handing a case over and for what goes up."""

from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils import timezone

from cases.casefile.models import Case
from expertteam.accounts.models import User
from expertteam.ui.forms import Block, Columns, DutchDateField, PageForm, RadioPills

from .going_up import GoingUpData, WhatCame, keepers
from .hand_over import directors
from .thread_models import LONGEST_SUMMARY, GoingUp, GoneTo

ROWS = {"rows": 18}


class PersonField(forms.ModelChoiceField):
    """Somebody of the team, out of a list."""

    def __init__(self, queryset: "QuerySet[User] | None" = None, **kwargs: Any) -> None:
        kwargs.setdefault("empty_label", "Kies iemand")
        super().__init__(queryset if queryset is not None else User.objects.none(), **kwargs)


class HandOverForm(PageForm):
    """To whom a case goes, with what they have to know."""

    receiver = PersonField(label="Aan wie?")
    summary = forms.CharField(
        label="Wat moet je collega weten?", max_length=LONGEST_SUMMARY, widget=forms.Textarea(attrs=ROWS),
        help_text="Dit staat er al uit de casus. Vul aan wat niet op papier staat, en haal weg wat niet nodig is.",
    )  # fmt: skip

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = directors(case).exclude(pk=case.owner_id) if case.owner_id else directors(case)
        self.fields["receiver"].queryset = others  # type: ignore[attr-defined]


class GoingUpForm(PageForm):
    """The question that goes up, with the summary of the file."""

    why = {
        "keeper": "Een vraag hogerop raakt gauw uit beeld. Eén vast gezicht houdt het contact, naar de ander en "
        "naar de jongere en ouders.",
        "summary": "Alleen wat de ander nodig heeft om mee te denken. Noem mensen die er niet toe doen niet.",
    }  # fmt: skip

    to = forms.ChoiceField(label="Waar ga je ermee naartoe?", choices=GoneTo.choices, widget=RadioPills)
    contact = forms.CharField(
        label="Bij wie daar?",
        max_length=200,
        required=False,
        help_text="Naam of organisatie, als je die weet.",
    )
    question = forms.CharField(
        label="Wat vraag je?", max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    summary = forms.CharField(
        label="Samenvatting", max_length=LONGEST_SUMMARY, widget=forms.Textarea(attrs=ROWS),
        help_text="Dit staat er al uit de casus. Lees het na en maak het passend.",
    )  # fmt: skip
    keeper = PersonField(label="Wie houdt de draad vast?")
    asked_on = DutchDateField(label="Gevraagd op", future=False)
    form_token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keeper"].queryset = keepers(case)  # type: ignore[attr-defined]

    def blocks(self) -> list[Any]:
        return [
            Block("De vraag", "", "to", "contact", "question"),
            Block("Samenvatting", "", "summary"),
            Block("Wie en wanneer", "", Columns("keeper", "asked_on"), "form_token"),
        ]

    def going_up(self) -> GoingUpData:
        """What was typed, for the action."""
        data = self.cleaned_data
        names = ("to", "question", "summary", "keeper", "asked_on", "contact")
        return GoingUpData(**{name: data[name] for name in names})


class ThreadForm(GoingUpForm):
    """The same with what came back."""

    answer = forms.CharField(
        label="Wat antwoordden ze?", max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )
    answered_on = DutchDateField(label="Antwoord op", required=False, future=False)
    outcome = forms.CharField(
        label="Wat kwam ervan?", max_length=500, required=False, help_text="Nodig om af te ronden."
    )
    ended_on = DutchDateField(label="Afgerond op", required=False, future=False)

    def __init__(self, *args: Any, thread: GoingUp, **kwargs: Any) -> None:
        names = [*GoingUpData.__dataclass_fields__, *WhatCame.__dataclass_fields__]
        kwargs.setdefault("initial", {name: getattr(thread, name) for name in names})
        super().__init__(*args, **kwargs)
        # Who kept it all along may go on being named, also with a stake now: so that it can be ended.
        may_stay = Q(pk__in=keepers(thread.case).values("pk")) | Q(pk=thread.keeper_id)
        self.fields["keeper"].queryset = User.objects.filter(may_stay).order_by("name", "pk")  # type: ignore[attr-defined]

    def blocks(self) -> list[Any]:
        asked, summary, who = super().blocks()
        came = Block(
            "Wat kwam ervan?", "Tot je een einddatum invult, blijft dit bovenaan de casus staan.",
            "answer", "answered_on", Columns("outcome", "ended_on"),
        )  # fmt: skip
        return [came, asked, summary, who]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("answer") and not data.get("answered_on") and "answered_on" not in self.errors:
            data["answered_on"] = timezone.localdate()
        if data.get("answered_on") and not data.get("answer"):
            self.add_error("answer", "Schrijf op wat ze antwoordden.")
        if data.get("ended_on") and not data.get("outcome"):
            self.add_error("outcome", "Schrijf op wat ervan kwam.")
        self.check_order(data, "answered_on")
        self.check_order(data, "ended_on")
        return data

    def check_order(self, data: dict[str, Any], name: str) -> None:
        """Nothing comes before it was asked."""
        asked, day = data.get("asked_on"), data.get(name)
        if asked and day and day < asked:
            self.add_error(name, ValidationError("Dit is voor de dag waarop het gevraagd is.", code="early"))

    def came(self) -> WhatCame:
        """What came back, for the action."""
        return WhatCame(**{name: self.cleaned_data[name] for name in WhatCame.__dataclass_fields__})


def fresh(case: Case, summary: str, keeper: User) -> dict[str, Any]:
    """What the form begins with: the summary, oneself as keeper, today."""
    return {
        "summary": summary[:LONGEST_SUMMARY], "keeper": keeper.pk, "asked_on": timezone.localdate(),
        "form_token": uuid4(),
    }  # fmt: skip
