"""The fields of the aanmelding: their questions in Dutch, why we ask, how long an answer may be."""

from typing import Any

from django import forms

from expertteam.ui.forms import CheckChips, DutchDateField, RadioPills

TOO_LONG = "Dit is te lang: er passen %(limit_value)s tekens in en het zijn er %(show_value)s."
UNKNOWN_ANSWER = "Dit antwoord staat niet in de lijst. Kies een van de antwoorden."
NOBODY, NO_ASKER = "de jongere", "de aanmelder"
URGENCY = "regulier"
# For the ticks beside the form: one of these fields is enough; an answer that was there already does not count.
ONE_OF = {"data-one-of": "question"}

WHY = {
    "referrer_name": "Zo kunnen we terugbellen en later vragen hoe het is gegaan.",
    "birth_date": "Zo zien we of iemand hier eerder was, en de leeftijd bepaalt wie toestemming geeft.",
    "gender": "Alleen voor de jaarcijfers. Weet je het niet, laat het dan open.",
    "legal_frame": "Een maatregel bepaalt mee wie er beslist en wie er aan tafel hoort.",
    "voice_young_person": "Zo begint het gesprek bij wat iemand zelf wil. Schrijf het letterlijk op als dat kan.",
    "voice_parents": "Ouders kennen hun kind het langst. Nog niet gesproken? Laat het open en vul later aan.",
    "tried_before": "Dan beginnen we niet opnieuw met wat al niet hielp, en zien we wat wél werkte.",
    "bottlenecks": "De knelpunten van alle casussen samen laten zien wat er in de regio beter moet.",
}


def text(label: str, length: int, **given: Any) -> forms.CharField:
    """One line of text."""
    given.setdefault("widget", forms.TextInput(attrs=own_attrs(given.pop("attrs", {}))))
    return forms.CharField(
        label=label, max_length=length, error_messages={"max_length": TOO_LONG}, **optional(given)
    )


def words(label: str, length: int, rows: int = 3, **given: Any) -> forms.CharField:
    """A few lines, in somebody's own words."""
    attrs = own_attrs({"rows": rows, **given.pop("attrs", {})})
    return text(label, length, widget=forms.Textarea(attrs=attrs), **given)


def pills(label: str, visible: int | None = None, **given: Any) -> forms.ChoiceField:
    """One answer out of a list; the form fills in the answers."""
    attrs, blank = given.pop("attrs", {}), given.pop("blank_label", "Nog niet bekend")
    widget = RadioPills(visible=visible, blank_label=blank, attrs=attrs)
    return forms.ChoiceField(
        label=label, widget=widget, error_messages=choice_errors(given), **optional(given)
    )


def named(question: str, source: str = "first_name", otherwise: str = NOBODY) -> dict[str, str]:
    """Attributes by which the page puts a name into the question while it is typed: `{}` becomes the name."""
    return {"data-label": question, "data-label-from": source, "data-label-else": otherwise}


def own_attrs(attrs: dict[str, Any]) -> dict[str, Any]:
    """Names of people do not belong in the memory of a browser; text may run from right to left."""
    return {"autocomplete": "off", "dir": "auto", **attrs}


def optional(given: dict[str, Any]) -> dict[str, Any]:
    return {"required": False, **given}


def choice_errors(given: dict[str, Any]) -> dict[str, str]:
    errors = {"invalid_choice": UNKNOWN_ANSWER}
    return {**errors, "required": given.pop("must")} if "must" in given else errors


class AskerFields(forms.Form):
    """Who asks."""

    asker = pills("Wie stelt de vraag?", 6, required=True, must="Kies wie de vraag stelt.")
    referrer_name = text("Naam", 200)
    referrer_function = text("Functie of relatie", 200)
    referrer_organisation = text("Organisatie", 200)
    referrer_phone = text("Telefoon", 40, attrs={"inputmode": "tel"})
    referrer_email = forms.EmailField(
        label="E-mailadres",
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "invalid": "Dit is geen e-mailadres. Schrijf bijvoorbeeld naam@gemeente.nl.",
            "max_length": TOO_LONG,
        },
    )
    referred_on = DutchDateField(label="Datum van de aanmelding")


class YoungPersonFields(forms.Form):
    """The young person, and the situation on the day of the referral."""

    first_name = text("Roepnaam", 100, required=True)
    last_name = text("Achternaam", 200, required=True)
    birth_date = DutchDateField(label="Geboortedatum", show_age=True)
    gender = pills("Geslacht")
    re_referral = pills("Was {} hier eerder?", blank_label=None, attrs=named("Was {} hier eerder?"))
    earlier_number = text(
        "Eerder casusnummer", 20, help_text="Alleen bij een heraanmelding, bijvoorbeeld 2022-014."
    )
    residence = pills("Waar woont {} nu?", 7, attrs=named("Waar woont {} nu?"))
    transfer = pills("Moet {} naar een andere plek?", attrs=named("Moet {} naar een andere plek?"))
    municipality = forms.ChoiceField(
        label="Gemeente", error_messages=choice_errors({"must": "Kies een gemeente."})
    )
    education = pills("Welk onderwijs volgt {}?", attrs=named("Welk onderwijs volgt {}?"))
    school_problems = pills("Zijn er problemen op school?")
    legal_frame = pills("Is er een maatregel?", 4)


class QuestionFields(forms.Form):
    """The question, in three voices; one of these four is enough."""

    question_kind = pills("Wat is de vraag?", 7, required=True, must="Kies wat het beste past.")
    question_line = text("De vraag in één zin", 500, attrs=ONE_OF)
    voice_young_person = words("Wat wil {} zelf?", 5000, attrs={**named("Wat wil {} zelf?"), **ONE_OF})
    voice_parents = words(
        "Wat vragen de ouders van {}?", 5000, attrs={**named("Wat vragen de ouders van {}?"), **ONE_OF}
    )
    voice_referrer = words(
        "Wat vraagt {}?", 5000, attrs={**named("Wat vraagt {}?", "referrer_name", NO_ASKER), **ONE_OF}
    )


class TriedFields(forms.Form):
    """What was tried before."""

    tried_before = words("Welke hulp was er al, en wat kwam ervan?", 5000, rows=4)
    bottlenecks = forms.MultipleChoiceField(
        label="Waar loopt het op vast?",
        required=False,
        widget=CheckChips,
        error_messages={"invalid_choice": UNKNOWN_ANSWER},
    )
    prior_analysis = pills("Is er al een verklarende analyse?")
    prior_analysis_by = pills("Wie maakte die?")


class FurtherFields(forms.Form):
    """How to go on."""

    kind = pills("Wat is er nodig?")
    urgency = pills("Hoeveel haast heeft het?", attrs={"data-start": URGENCY})
    matching_requested = forms.BooleanField(
        label="De zorgadviseur zoekt mee naar een passende plek of passende hulp", required=False
    )
