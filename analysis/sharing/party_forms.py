"""The form on the page of a party: yes, partly or no, with words; per part if they wish; a text of their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .actions import AnswerData, PartData
from .models import Asking, Endorsement, Verdict, Via
from .parts import Group, Part, groups_of

VERDICTS = [
    (Verdict.YES.value, _("Ja")),
    (Verdict.PARTLY.value, _("Deels")),
    (Verdict.NO.value, _("Nee")),
]
OF_A_PART = [
    (Verdict.YES.value, _("Klopt")),
    (Verdict.PARTLY.value, _("Klopt deels")),
    (Verdict.NO.value, _("Klopt niet")),
    ("", _("Geen antwoord")),
]
OWN = ("verdict", "words", "statement", "helper")


def lines(rows: int, **attrs: str) -> forms.Textarea:
    """A field for more lines, in whatever direction somebody writes."""
    return forms.Textarea(attrs={"rows": rows, "dir": "auto", "class": "form-control", **attrs})


@dataclass(frozen=True)
class PartRow:
    """One part with its two fields."""

    part: Part
    verdict: forms.BoundField
    words: forms.BoundField


@dataclass(frozen=True)
class PartGroup:
    """The parts of one kind; `said` is how many of them have an answer, so that the group stands open."""

    group: Group
    rows: list[PartRow]
    said: int
    wrong: bool


class PartyForm(forms.Form):
    """What somebody answers about one version; begins with what they typed or answered before."""

    use_required_attribute = False

    verdict = forms.ChoiceField(
        label=_("Herken je je hierin?"), choices=VERDICTS, widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja, deels of nee."), "invalid_choice": _("Kies ja, deels of nee.")},
    )  # fmt: skip
    words = forms.CharField(
        label=_("Wil je er iets over zeggen?"), max_length=2000, required=False, widget=lines(4)
    )
    statement = forms.CharField(label=_("Jouw eigen tekst"), max_length=5000, required=False, widget=lines(6))
    helper = forms.CharField(
        label=_("Was er iemand bij je?"), max_length=200, required=False,
        widget=forms.TextInput(attrs={"class": "form-control", "dir": "auto", "autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, asking: Asking, given: Endorsement | None = None) -> None:
        self.groups = groups_of(asking.version.content)
        self.sent = {name: text for name, text in typed_as(given).items() if text}
        super().__init__(data, initial=asking.draft or typed_as(given), label_suffix="")
        for part in self.parts():
            self.fields[f"{part.key}-verdict"] = forms.ChoiceField(
                label=_("Klopt dit?"), choices=OF_A_PART, required=False, widget=forms.RadioSelect
            )
            self.fields[f"{part.key}-words"] = forms.CharField(
                label=_("Wil je er iets over zeggen?"), max_length=1000, required=False, widget=lines(2)
            )
        for name in self.errors if self.is_bound else ():
            self.fields[name].widget.attrs |= {"aria-invalid": "true", "aria-describedby": f"id_{name}-fout"}

    def parts(self) -> Iterator[Part]:
        for group in self.groups:
            yield from group.parts

    def part_groups(self) -> list[PartGroup]:
        """Every part with its fields, by kind."""
        return [self._part_group(group) for group in self.groups]

    def _part_group(self, group: Group) -> PartGroup:
        rows = [PartRow(one, self[f"{one.key}-verdict"], self[f"{one.key}-words"]) for one in group.parts]
        said = sum(bool(row.verdict.value() or row.words.value()) for row in rows)
        return PartGroup(group, rows, said, any(row.verdict.errors or row.words.errors for row in rows))

    def answer(self) -> AnswerData:
        """What was answered, for the action."""
        given = self.cleaned_data
        return AnswerData(
            **{name: given[name] for name in OWN},
            answered_on=timezone.localdate(),
            via=Via.LINK,
            parts={
                one.key: PartData(given[f"{one.key}-verdict"], given[f"{one.key}-words"])
                for one in self.parts()
            },
        )

    def typed(self) -> dict[str, str]:
        """What stands in the fields, right or wrong, to keep while somebody types; nothing when it was sent so."""
        longest = {name: getattr(field, "max_length", None) or 20 for name, field in self.fields.items()}
        typed = {
            name: text
            for name, size in longest.items()
            if (text := str(self.data.get(name, ""))[: 2 * size].replace("\x00", ""))
        }
        return {} if typed == self.sent else typed


def typed_as(given: Endorsement | None) -> dict[str, str]:
    """An answer as it would be typed."""
    if given is None:
        return {}
    typed = {name: getattr(given, name) for name in OWN}
    for one in given.parts.all():
        typed |= {f"{one.part}-verdict": one.verdict, f"{one.part}-words": one.words}
    return typed
