"""Forms in our look: write the fields, say in `blocks` how they stand on the page.

    class IntakeForm(PageForm):
        why = {"question": "Zo begint het gesprek bij wat iemand zelf wil."}
        first_name = forms.CharField(label="Roepnaam")
        born_on = DutchDateField(label="Geboortedatum", future=False, show_age=True)
        sex = forms.ChoiceField(label="Geslacht", choices=..., widget=RadioPills)
        question = forms.CharField(label="Wat wil Fenna zelf?", widget=forms.Textarea, required=False)

        def blocks(self):
            return [
                Block("De jongere", "Zoals de jongere zelf genoemd wil worden.",
                      Columns("first_name", "born_on"), "sex"),
                Block("De vraag", "", Voice("jeugdige", "question")),
            ]

The page writes the form tag itself: `<form method="post" novalidate id="aanmelding">{% csrf_token %}
{% crispy form %}</form>`; the error summary comes first by itself.
"""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout, LayoutObject
from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import slugify

from .fields import DutchDateField, PeriodField
from .widgets import CheckChips, DutchDateInput, PeriodInput, RadioPills

__all__ = [
    "Block",
    "CheckChips",
    "Columns",
    "DutchDateField",
    "DutchDateInput",
    "PageForm",
    "PageFormMixin",
    "PageModelForm",
    "PeriodField",
    "PeriodInput",
    "RadioPills",
    "Voice",
    "page_helper",
]


class Block(LayoutObject):
    """A part of a form under its own heading, with a sentence of introduction.

    `id` is the anchor; without it the heading gives it ("De jongere" is `blok-de-jongere`).
    """

    template = "components/form_block.html"

    def __init__(self, title: str, intro: str, *fields: Any, id: str = "", css_class: str = "") -> None:
        self.title, self.intro, self.css_class = title, intro, css_class
        self.fields = list(fields)
        self.id = id or f"blok-{slugify(title)}"

    def render(
        self, form: forms.BaseForm, context: Any, template_pack: Any = None, **kwargs: Any
    ) -> SafeString:
        """The heading with the fields under it."""
        content = self.get_rendered_fields(form, context, template_pack, **kwargs)
        return render_to_string(self.template, {"block": self, "content": content})


class Columns(Div):
    """Fields beside each other where there is room: `Columns("first_name", "last_name")`."""

    css_class = "et-columns"


class Voice(Div):
    """The words of one party, with the colour of that domain at the side.

    `domain` is the code of a domain: jeugdige, ouders, gezin, school, netwerk or hulpverlening.
    """

    def __init__(self, domain: str, *fields: Any, **kwargs: Any) -> None:
        super().__init__(*fields, css_class=f"et-voice et-domain--{domain}", **kwargs)


def page_helper(*layout: Any) -> FormHelper:
    """Helper without form tag and token: the page writes those. Without layout all fields in their order."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    if layout:
        helper.layout = Layout(*layout)
    return helper


class PageFormMixin:
    """Put before Form or ModelForm: layout by blocks, errors that say what to do, `why` per field."""

    why: dict[str, str] = {}
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            _say_what_to_do(field)
        self.helper = page_helper(*self.blocks())

    def blocks(self) -> list[Any]:
        """Layout objects and names of fields; empty means all fields in their order."""
        return []

    def block_links(self) -> list[dict[str, str]]:
        """Anchor and title of each block, for the rail beside a long form."""
        return [{"id": block.id, "title": block.title} for block in self.blocks() if isinstance(block, Block)]


class PageForm(PageFormMixin, forms.Form):
    """A form in our look."""


class PageModelForm(PageFormMixin, forms.ModelForm):
    """A model form in our look."""


def _say_what_to_do(field: forms.Field) -> None:
    """Replace Django's "Dit veld is verplicht." unless the form has a text of its own."""
    standard = forms.Field.default_error_messages["required"]
    if field.error_messages.get("required") == standard:
        field.error_messages["required"] = _required_text(field)


def _required_text(field: forms.Field) -> str:
    if isinstance(field, DutchDateField):
        return "Vul een datum in, bijvoorbeeld 12-3-2024."
    if isinstance(field, forms.BooleanField):
        return "Zet hier een vinkje."
    if isinstance(field, forms.FileField):
        return "Kies een bestand."
    if isinstance(field, (forms.MultipleChoiceField, forms.ModelMultipleChoiceField)):
        return "Kies één of meer antwoorden."
    if isinstance(field, (forms.ChoiceField, forms.ModelChoiceField)):
        return "Kies een antwoord."
    return "Vul dit in."
