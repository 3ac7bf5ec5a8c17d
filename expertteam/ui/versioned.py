"""A form that knows which version of a row it was opened on, so that nobody writes over what they did not see."""

from typing import Any

from django import forms

from .forms import PageForm


class VersionedForm(PageForm):
    """A form with the version of its row in a hidden field; put `version` among the blocks."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def version_seen(self) -> int:
        """The version the form began with; a form without one cannot have seen anything."""
        return self.cleaned_data.get("version") or 0

    def overtaken(self, version: int, said: str) -> None:
        """Say that somebody else was first; the same sent again counts as having seen `version`, as it is now."""
        sent: Any = self.data
        self.data = sent.copy()
        self.data["version"] = str(version)  # type: ignore[index]
        self.add_error(None, said)
