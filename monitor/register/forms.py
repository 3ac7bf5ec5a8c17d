"""The upload of a register."""

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from expertteam.ui.forms import PageForm


class RegisterUploadForm(PageForm):
    """One workbook; what is in it is judged by reading it, not by its name."""

    workbook = forms.FileField(
        label="Register",
        help_text="Een Excel-werkmap (.xlsx) met één rij per casus, tot 10 MB.",
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={
            "required": "Kies eerst een bestand.",
            "empty": "Dit bestand is leeg. Kies de werkmap met het register.",
        },
    )

    def clean_workbook(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["workbook"]
        if (file.size or 0) > settings.REGISTER_MAX_BYTES:
            limit = settings.REGISTER_MAX_BYTES // (1024 * 1024)
            raise forms.ValidationError(
                f"Dit bestand is te groot: een register mag hooguit {limit} MB zijn. "
                "Haal afbeeldingen en andere bladen eruit en probeer het opnieuw."
            )
        return file
