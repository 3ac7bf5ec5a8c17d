"""Forms for documents: several files at once with what is said of all of them, and one document by itself."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from cases.choices.offering import offer
from expertteam.ui.dates import VagueDate
from expertteam.ui.forms import Columns, PageForm, PeriodField, RadioPills

from .actions import DocumentData
from .incoming import Incoming, judge
from .models import PRECISIONS, Document
from .refusals import Refused

ENDINGS = ".pdf,.docx,.xlsx,.pptx,.odt,.jpg,.jpeg,.png"
FIRST_KIND = "eerder_verslag"


class ManyFilesInput(forms.FileInput):
    """A control in which several files can be chosen."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files; cleans to a list of them."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        single = super().clean
        return [single(one, initial) for one in data] if data else [single(None, initial)]


class SaidForm(PageForm):
    """What is said of a document."""

    why = {
        "dated": "Zo zien we of een verslag nog klopt met hoe het nu gaat. Een jaartal is genoeg.",
        "from_whom": "Zo weten we aan wie we iets kunnen vragen, en wie moet weten dat we het hebben.",
    }
    kind = forms.ChoiceField(label="Wat is het?", widget=RadioPills)
    dated = PeriodField(label="Van wanneer?", required=False, help_text="2023, voorjaar 2024 of 12-3-2024")
    from_whom = forms.CharField(
        label="Van wie?", max_length=200, required=False, help_text="Wie maakte of stuurde het"
    )
    note = forms.CharField(
        label="Toelichting", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", "document_soort")
        self.fields["kind"].choices = self.fields["kind"].choices[1:]  # type: ignore[attr-defined]

    def clean_dated(self) -> VagueDate | None:
        dated: VagueDate | None = self.cleaned_data["dated"]
        if dated and dated.precision not in PRECISIONS:
            raise forms.ValidationError(
                "Schrijf een jaar, een maand of een dag, bijvoorbeeld 2023 of mei 2023."
            )
        return dated

    def said(self) -> DocumentData:
        """What was typed; what could not be understood is left out."""
        given = self.cleaned_data
        return DocumentData(
            kind=given.get("kind") or FIRST_KIND,
            dated=given.get("dated"),
            from_whom=given.get("from_whom", ""),
            note=given.get("note", ""),
        )


class UploadForm(SaidForm):
    """Several files. `incoming` are those that may be taken in, `refused` the names and reasons of the others."""

    files = ManyFilesField(  # type: ignore[assignment]
        label="Bestanden",
        widget=ManyFilesInput(attrs={"accept": ENDINGS, "data-files": "1"}),
        error_messages={"required": "Kies eerst een of meer bestanden.", "empty": "Dit bestand is leeg."},
        allow_empty_file=True,
    )
    field_order = ["files"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"kind": FIRST_KIND})
        super().__init__(*args, **kwargs)
        self.incoming: list[Incoming] = []
        self.refused: list[tuple[str, Refused]] = []
        limit = settings.DOCUMENT_MAX_BYTES
        self.fields["files"].help_text = (
            f"Pdf, Word, Excel, PowerPoint, odt, jpg of png. Tot {limit // 1024**2} MB per bestand, "
            f"hooguit {settings.DOCUMENTS_AT_ONCE} tegelijk. De plaats waar een foto gemaakt is, halen we eruit."
        )
        self.fields["files"].widget.attrs["data-most-bytes"] = str(limit)

    def blocks(self) -> list[Any]:
        return ["files", "kind", Columns("dated", "from_whom"), "note"]

    def clean_files(self) -> list[UploadedFile]:
        """Judge each file by itself; one that is refused does not hold up the others."""
        files: list[UploadedFile] = self.cleaned_data["files"]
        if len(files) > settings.DOCUMENTS_AT_ONCE:
            text = f"Dit zijn {len(files)} bestanden. Kies er hooguit {settings.DOCUMENTS_AT_ONCE} tegelijk."
            raise forms.ValidationError(text)
        for file in files:
            try:
                self.incoming.append(judge(file))
            except Refused as refused:
                self.refused.append((file.name or "", refused))
        if self.refused:
            raise forms.ValidationError([f"‘{name}’: {refused.words}" for name, refused in self.refused])
        return files


class DocumentForm(SaidForm):
    """What is said of one document."""

    title = forms.CharField(label="Naam", max_length=200)
    field_order = ["title"]

    def __init__(self, *args: Any, document: Document, **kwargs: Any) -> None:
        names = ("title", "kind", "from_whom", "note", "dated")
        kwargs.setdefault("initial", {name: getattr(document, name) for name in names})
        super().__init__(*args, **kwargs)

    def blocks(self) -> list[Any]:
        return ["title", "kind", Columns("dated", "from_whom"), "note"]


class RemoveForm(PageForm):
    """Why a document goes."""

    reason = forms.CharField(
        label="Waarom haal je het weg?",
        max_length=300,
        help_text="Bijvoorbeeld: hoort bij een andere jongere. Schrijf geen namen op.",
    )
