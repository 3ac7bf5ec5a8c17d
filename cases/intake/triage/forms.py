"""The form of a decision: what is decided, and what belongs to that."""

from typing import Any

from crispy_forms.layout import Div
from django import forms

from cases.casefile.models import Case
from cases.intake.form_fields import pills, text, words
from cases.intake.models import Decision
from cases.process.hand_over import directors
from expertteam.access.person import Person
from expertteam.accounts.models import User
from expertteam.ui.forms import PageForm

from .actions import Verdict

CHOICES = [
    (Decision.ACCEPTED, "Aannemen"),
    (Decision.WAITING, "Wachten op informatie"),
    (Decision.REFERRED_ON, "Doorverwijzen"),
    (Decision.DECLINED, "Afwijzen"),
]


class DecisionForm(PageForm):
    """What triage decides about a case. Beginning values are what stands decided; the owner is oneself if nobody is."""

    decision = pills("Wat besluit je?", required=True, must="Kies wat je besluit.")
    owner: "forms.ModelChoiceField[User]" = forms.ModelChoiceField(
        None, label="Wie wordt procesregisseur?", required=False, empty_label=None,
        error_messages={"invalid_choice": "Kies een procesregisseur van dit team."},
    )  # fmt: skip
    awaited = words(
        "Waarop wachten we?", 2000, help_text="Bijvoorbeeld: het laatste verslag van de behandelaar."
    )
    referred_to = text(
        "Naar wie verwijs je door?", 200, help_text="Bijvoorbeeld: het lokale team van Oldambt."
    )
    reason = words("Waarom?", 2000, help_text="Zo kun je het ook aan de aanmelder uitleggen.")

    def __init__(self, *args: Any, person: Person, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision"].choices = CHOICES  # type: ignore[attr-defined]
        self.fields["owner"].queryset = directors(case)  # type: ignore[attr-defined]

    def blocks(self) -> list[Any]:
        """A field shows when its decision is chosen (by style sheet alone); without that all of them show."""
        return [
            "decision",
            Div("owner", css_class="triage-if triage-if--aangenomen"),
            Div("awaited", css_class="triage-if triage-if--wacht"),
            Div("referred_to", css_class="triage-if triage-if--doorverwezen"),
            Div("reason", css_class="triage-if triage-if--doorverwezen triage-if--afgewezen"),
        ]

    def clean(self) -> dict[str, Any]:
        """Each decision asks for its own words."""
        data = {**(super().clean() or {})}
        needed: dict[str, list[tuple[str, str]]] = {
            Decision.ACCEPTED: [("owner", "Kies wie procesregisseur wordt.")],
            Decision.WAITING: [("awaited", "Schrijf op waarop je wacht.")],
            Decision.REFERRED_ON: [
                ("referred_to", "Schrijf op naar wie je doorverwijst."),
                ("reason", "Schrijf op waarom je doorverwijst."),
            ],
            Decision.DECLINED: [("reason", "Schrijf op waarom je afwijst.")],
        }
        for name, message in needed.get(str(data.get("decision")), []):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, message)
        return data

    @property
    def verdict(self) -> Verdict:
        """The decision with the words that belong to it and no others."""
        data = self.cleaned_data
        decision = Decision(data["decision"])
        reason = {Decision.ACCEPTED: "", Decision.WAITING: data["awaited"]}.get(decision, data["reason"])
        referred_to = data["referred_to"] if decision == Decision.REFERRED_ON else ""
        owner = data["owner"] if decision == Decision.ACCEPTED else None
        return Verdict(decision, reason, referred_to, owner)


def standing(case: Case, person: Person) -> dict[str, Any]:
    """What stands decided, as beginning values."""
    referral = case.referral
    waits = referral.decision == Decision.WAITING
    return {
        "decision": referral.decision,
        "owner": case.owner_id or person.user.pk,
        "awaited": referral.decision_reason if waits else "",
        "referred_to": referral.referred_to,
        "reason": "" if waits else referral.decision_reason,
    }
