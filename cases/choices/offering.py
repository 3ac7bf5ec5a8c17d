"""Putting the answers of a question into a form."""

from django import forms

from .queries import labels, selectable

BLANK = "---------"


def offer(form: forms.BaseForm, field: str, question: str, blank: str = BLANK) -> None:
    """Let a choice field offer the answers to `question`.

    A field with one answer begins with an empty one, called `blank`. An answer that was retired stays on offer where
    it was given before (the form's initial value).
    """
    asked = form.fields[field]
    if not isinstance(asked, forms.ChoiceField):
        raise TypeError(f"{field} is no choice field")
    before = form.get_initial_for_field(asked, field) or []
    kept = {before} if isinstance(before, str) else set(before)
    answers = dict(selectable(question))
    answers |= {code: text for code, text in labels(question).items() if code in kept - set(answers)}
    several = isinstance(asked, forms.MultipleChoiceField)
    asked.choices = [*answers.items()] if several else [("", blank), *answers.items()]
