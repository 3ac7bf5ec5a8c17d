"""Who has a stake in a case, and which."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from cases.casefile.models import Case
from cases.process.hand_over import directors, waiting_of
from expertteam.accounts.models import User
from expertteam.ui.forms import PageForm


class ConflictForm(PageForm):
    """Who, which stake, and who takes over when it is the procesregisseur of the case.

    `alone`: who says it of themselves and of nobody else. Cleaned data: what `declare_conflict` asks for.
    """

    user = forms.ModelChoiceField(label="Wie", queryset=User.objects.none(), empty_label="Kies iemand")
    reason = forms.CharField(
        label="Welk belang", max_length=300,
        help_text="Bijvoorbeeld: ‘werkt bij de instelling waar de jongere woont’.",
    )  # fmt: skip
    successor = forms.ModelChoiceField(
        label="Wie neemt de casus over?",
        queryset=User.objects.none(),
        empty_label="Kies iemand",
        required=False,
    )

    def __init__(
        self, *args: Any, case: Case, people: QuerySet[User], alone: User | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.case, self.alone = case, alone
        self.fields["user"].queryset = people  # type: ignore[attr-defined]
        if alone:
            del self.fields["user"]
            self.fields["reason"].label = "Welk belang heb je?"
            self.fields["reason"].help_text = "Bijvoorbeeld: ‘ik werk waar de jongere woont’."
        self.offer_successors()
        self.helper.layout = None

    def offer_successors(self) -> None:
        """Only when the case has a procesregisseur, there is another, and nobody was asked yet."""
        case = self.case
        others = directors(case).exclude(pk=case.owner_id) if case.owner_id else directors(case).none()
        if not case.is_open or not others.exists() or waiting_of(case):
            del self.fields["successor"]
            return
        field: Any = self.fields["successor"]
        field.queryset = others
        field.help_text = (
            f"Alleen nodig als {case.owner} het belang heeft: die is nu procesregisseur van deze casus."
        )

    def clean(self) -> dict[str, Any]:
        """Nobody steers a case that is closed to them: say who takes over first."""
        data = {**(super().clean() or {})}
        data["user"] = self.alone or data.get("user")
        steers = data["user"] is not None and data["user"].pk == self.case.owner_id
        if steers and "successor" in self.fields and not data.get("successor") and not self.errors:
            text = f"{data['user']} is procesregisseur van deze casus. Kies wie de casus overneemt; daarna sluit ze."
            self.add_error("successor", text)
        if not steers:
            data["successor"] = None
        return data
