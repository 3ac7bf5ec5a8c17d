"""Forms for steps, course and core team."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases.casefile.models import Case
from cases.team.members import colleagues_on
from expertteam.ui.forms import CheckChips, DutchDateField, PageForm, RadioPills

from .course import CourseData, core_team_of
from .models import Course, ProcessStep, Stage, StepStatus

LONGEST_STEP = 200


class StepForm(PageForm):
    """How a step stands, on which day, and why it is skipped."""

    text = forms.CharField(label="Stap", max_length=LONGEST_STEP)
    status = forms.ChoiceField(label="Hoe staat het?", choices=StepStatus.choices, widget=RadioPills)
    settled_on = DutchDateField(
        label="Op welke dag?", required=False, future=False, help_text="Laat leeg voor vandaag."
    )
    note = forms.CharField(
        label="Toelichting", max_length=300, required=False,
        help_text="Sla je de stap over? Schrijf dan kort waarom.",
    )  # fmt: skip

    def __init__(self, *args: Any, step: ProcessStep, **kwargs: Any) -> None:
        names = ("text", "status", "settled_on", "note")
        kwargs.setdefault("initial", {name: getattr(step, name) for name in names})
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("status") == StepStatus.SKIPPED and not data.get("note") and "note" not in self.errors:
            self.add_error("note", "Schrijf kort waarom jullie deze stap overslaan.")
        if data.get("status") != StepStatus.OPEN and not data.get("settled_on"):
            data["settled_on"] = timezone.localdate()
        return data


class NewStepForm(PageForm):
    """A step of one's own in one of the parts."""

    text = forms.CharField(label="Wat is de stap?", max_length=LONGEST_STEP)
    stage = forms.ChoiceField(label="In welk deel?", choices=Stage.choices, widget=RadioPills)


class StepTextForm(PageForm):
    """Other words for a step of the template."""

    text = forms.CharField(label="Stap", max_length=LONGEST_STEP)


class SkipRestForm(PageForm):
    """Why the steps that are left are not done any more."""

    note = forms.CharField(label="Waarom?", max_length=300)


class CourseForm(PageForm):
    """The course in three lines."""

    why = {
        "towards": "Iedereen die meedoet herhaalt deze zinnen bij elk overleg. Daarom zijn het er maar drie, en zo "
        "gewoon mogelijk opgeschreven."
    }  # fmt: skip

    towards = forms.CharField(
        label="Waar werken we naartoe?", max_length=200,
        help_text="Bijvoorbeeld: Ruben woont thuis en gaat weer drie ochtenden naar school.",
    )  # fmt: skip
    way = forms.CharField(
        label="Hoe doen we dat?", max_length=200, required=False,
        help_text="Bijvoorbeeld: eerst rust, dan één ding tegelijk, met Gea als vast gezicht.",
    )  # fmt: skip
    hold_on = forms.CharField(
        label="Waar houden we aan vast, ook als het tegenzit?", max_length=200, required=False,
        help_text="Bijvoorbeeld: niemand beslist over een plek zonder Ruben en zijn moeder.",
    )  # fmt: skip
    agreed_on = DutchDateField(label="Afgesproken op", future=False)

    def __init__(self, *args: Any, course: Course | None, **kwargs: Any) -> None:
        now = {name: getattr(course, name, "") for name in ("towards", "way", "hold_on")}
        kwargs.setdefault("initial", {**now, "agreed_on": timezone.localdate()})
        self.before = course
        super().__init__(*args, **kwargs)

    def clean_agreed_on(self) -> Any:
        day = self.cleaned_data["agreed_on"]
        if self.before and day < self.before.agreed_on:
            raise ValidationError(
                "Er is later al een koers afgesproken. Kies die dag of een dag daarna.", code="early"
            )
        return day

    def course(self) -> CourseData:
        """What was typed, for the action."""
        return CourseData(**self.cleaned_data)


class CoreTeamForm(PageForm):
    """Who is in the core team: people around the young person, and colleagues."""

    participants = forms.MultipleChoiceField(
        label="Van de mensen rond de jongere", required=False, widget=CheckChips
    )
    users = forms.MultipleChoiceField(label="Van het expertteam", required=False, widget=CheckChips)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        members = core_team_of(case)
        kwargs.setdefault(
            "initial",
            {
                "participants": [str(one.participant_id) for one in members if one.participant_id],
                "users": [str(one.user_id) for one in members if one.user_id],
            },
        )
        super().__init__(*args, **kwargs)
        name = case.young_person.first_name
        around, team = self.fields["participants"], self.fields["users"]
        around.label = f"Van de mensen rond {name}"
        around.choices = [(str(one.pk), str(one)) for one in case.participants.order_by("pk")]  # type: ignore[attr-defined]
        team.choices = [(str(one.pk), one.name) for one in colleagues_on(case)]  # type: ignore[attr-defined]

    def chosen(self, field: str) -> list[int]:
        return [int(key) for key in self.cleaned_data[field]]
