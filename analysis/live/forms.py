"""What the browser sends while somebody works on the board. Nobody sees these forms: they only check."""

from django import forms

from .conflicts import CHOICES
from .fields import FIELDS


class WordsForm(forms.Form):
    """The value of one field."""

    op = forms.UUIDField()
    piece = forms.CharField()
    pk = forms.IntegerField(min_value=1, max_value=2**62)
    field = forms.CharField()
    version = forms.IntegerField(min_value=0, max_value=2**31 - 1)
    value = forms.CharField(required=False, strip=False)

    def clean(self) -> None:
        about = (self.cleaned_data.get("piece"), self.cleaned_data.get("field"))
        if about not in FIELDS:
            raise forms.ValidationError("Dit veld kennen we niet.")


class SettleForm(forms.Form):
    """What somebody chose in a conflict."""

    keep = forms.ChoiceField(choices=[(one, one) for one in CHOICES])
    value = forms.CharField(required=False, strip=False)


class HereForm(forms.Form):
    """Where somebody is on the board. Keys only: no words."""

    tab = forms.UUIDField()
    where = forms.RegexField(r"^[a-z_]+(-[a-z_0-9]+){0,2}$", required=False, max_length=40)
    typing = forms.BooleanField(required=False)
