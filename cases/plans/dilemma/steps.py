"""The five steps of a dilemma: which there are, which are done, and what each asks and keeps."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from cases.plans.models import Dilemma
from expertteam.access.person import Person
from expertteam.ui.forms import PageForm

from .actions import change_dilemma, set_options, set_parties
from .forms import ChoiceForm, LookedBackForm, OptionsForm, PartiesForm, QuestionForm, choice_initial


@dataclass(frozen=True)
class Step:
    """`form(data, dilemma)` asks it, `keep(by, dilemma, form)` writes it, `is_done(dilemma)`: it is there already."""

    slug: str
    title: str
    lead: str
    form: Callable[[Any, Dilemma], Any]
    keep: Callable[[Person, Dilemma, Any], object]
    is_done: Callable[[Dilemma], bool]


def _question(data: Any, dilemma: Dilemma) -> QuestionForm:
    return QuestionForm(data, initial={"question": dilemma.question})


def _parties(data: Any, dilemma: Dilemma) -> PartiesForm:
    return PartiesForm(data, known={"party": list(dilemma.parties.values("name", "values"))})


def _options(data: Any, dilemma: Dilemma) -> OptionsForm:
    known = list(dilemma.options.values("text", "speaks_for", "speaks_against"))
    return OptionsForm(data, known={"option": known})


def _choice(data: Any, dilemma: Dilemma) -> ChoiceForm:
    return ChoiceForm(data, initial=choice_initial(dilemma))


def _looked_back(data: Any, dilemma: Dilemma) -> LookedBackForm:
    start = {
        "looked_back": dilemma.looked_back,
        "looked_back_on": dilemma.looked_back_on or timezone.localdate(),
    }
    return LookedBackForm(data, dilemma=dilemma, initial=start)


def _keep(by: Person, dilemma: Dilemma, form: PageForm) -> bool:
    return change_dilemma(by=by, dilemma=dilemma, values=form.cleaned_data)


STEPS = (
    Step(
        "vraag", "De vraag", "Maak de vraag zo klein en scherp als het kan.",
        _question, _keep, lambda one: True,
    ),
    Step(
        "wie", "Wie raakt het?", "Schrijf bij iedereen wat voor diegene telt. Begin bij de jongere.",
        _parties, lambda by, one, form: set_parties(by=by, dilemma=one, parties=form.parties()),
        lambda one: bool(one.parties.all()),
    ),
    Step(
        "mogelijkheden", "Wat kan er?", "Zet de mogelijkheden naast elkaar. Wat pleit ervoor, wat ertegen?",
        _options, lambda by, one, form: set_options(by=by, dilemma=one, options=form.options()),
        lambda one: bool(one.options.all()),
    ),
    Step(
        "keuze", "Wat kiezen we?", "Geen keuze is helemaal goed. Schrijf op waarom jullie deze maken.",
        _choice, lambda by, one, form: change_dilemma(by=by, dilemma=one, values=form.values()),
        lambda one: one.chosen_on is not None,
    ),
    Step(
        "terugkijken", "Terugkijken", "Kijk op de afgesproken dag hoe de keuze uitpakte.",
        _looked_back, _keep, lambda one: one.looked_back_on is not None,
    ),
)  # fmt: skip


def step_called(slug: str) -> Step | None:
    return next((one for one in STEPS if one.slug == slug), None)


def next_step(dilemma: Dilemma) -> Step:
    """The first step that is not done; the last when all are."""
    return next((one for one in STEPS if not one.is_done(dilemma)), STEPS[-1])


def is_open(step: Step, dilemma: Dilemma) -> bool:
    """Looking back needs a choice; everything else can be written in any order."""
    return step.slug != "terugkijken" or dilemma.chosen_on is not None


def after(step: Step) -> Step | None:
    """The step that follows."""
    place = STEPS.index(step) + 1
    return STEPS[place] if place < len(STEPS) else None
