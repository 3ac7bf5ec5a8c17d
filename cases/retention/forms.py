"""Forms about keeping."""

from typing import Any

from django import forms

from cases.retention.fingerprint import key_is_there
from expertteam.ui.forms import PageForm

from .actions import PolicyData
from .models import LONGEST_MONTHS, SHORTEST_WARNING, RetentionPolicy


class PolicyForm(PageForm):
    """What the covenant says about keeping."""

    why = {
        "months": "Na het afsluiten is het dossier niet lang meer nodig. In het convenant staat hoe lang het blijft.",
        "fingerprint": "Zonder vingerafdruk herkent niemand een jongere die terugkomt nadat het dossier is vernietigd. "
        "Met vingerafdruk zie je dan alleen dat er eerder een casus was, en het nummer.",
    }

    months = forms.IntegerField(
        label="Maanden bewaren na het einde", min_value=1, max_value=LONGEST_MONTHS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": "4"}),
        error_messages={"invalid": "Schrijf een heel getal, bijvoorbeeld 6."},
    )  # fmt: skip
    warning_days = forms.IntegerField(
        label="Dagen waarschuwen vooraf", min_value=SHORTEST_WARNING, max_value=365,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": "4"}),
        error_messages={"invalid": "Schrijf een heel getal, bijvoorbeeld 30."},
    )  # fmt: skip
    fingerprint = forms.BooleanField(
        label="Een vingerafdruk van naam en geboortedatum bewaren", required=False,
        help_text="Alleen als het in jullie convenant staat.",
    )  # fmt: skip

    def __init__(self, *args: Any, policy: RetentionPolicy, **kwargs: Any) -> None:
        names = ("months", "warning_days", "fingerprint")
        kwargs.setdefault("initial", {name: getattr(policy, name) for name in names})
        super().__init__(*args, **kwargs)

    def blocks(self) -> list[Any]:
        return ["months", "warning_days", "fingerprint"]

    def clean_fingerprint(self) -> bool:
        wanted: bool = self.cleaned_data["fingerprint"]
        if wanted and not key_is_there():
            raise forms.ValidationError(
                "Dat kan hier nog niet: wie de server beheert moet eerst een sleutel instellen (FINGERPRINT_KEY)."
            )
        return wanted

    def data_given(self) -> PolicyData:
        """What was typed, for the action."""
        return PolicyData(**self.cleaned_data)


class HoldForm(PageForm):
    """Why a case must not be destroyed."""

    reason = forms.CharField(
        label="Waarom blijft deze casus bewaard?", max_length=500,
        help_text="Bijvoorbeeld: er loopt een klacht, of het gezin heeft het dossier opgevraagd.",
        error_messages={"required": "Schrijf op waarom. Zonder reden mag een dossier niet langer bewaard blijven."},
    )  # fmt: skip

    def blocks(self) -> list[Any]:
        return ["reason"]
