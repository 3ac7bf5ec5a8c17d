"""How the fields of the aanmelding stand on the page: five short blocks."""

from typing import Any

from crispy_forms.layout import Div, LayoutObject
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from expertteam.ui.forms import Block, Columns, Voice


class EarlierHint(LayoutObject):
    """One line inside the form for screens on which nothing stands beside it."""

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        """An empty line when the error at the field says the same."""
        notices = None if "re_referral" in form.errors else form.notices
        return render_to_string("cases/intake/earlier_hint.html", {"notices": notices})


def five_blocks() -> list[Block]:
    """The blocks in the order in which a conversation goes."""
    return [asker(), young_person(), question(), tried(), further()]


def asker() -> Block:
    return Block(
        "Wie vraagt het?",
        "Degene die belt, mailt of binnenloopt. Alleen wat ‘nodig’ is, moet; de rest kan later.",
        "asker",
        Columns("referrer_name", "referrer_function"),
        "referrer_organisation",
        Columns("referrer_phone", "referrer_email"),
        "referred_on",
    )


def young_person() -> Block:
    return Block(
        "De jongere",
        "Zoals de jongere zelf genoemd wil worden.",
        Columns("first_name", "last_name"),
        Columns("birth_date", "gender"),
        EarlierHint(),
        Columns("re_referral", Div("earlier_number", css_class="intake-if-earlier")),
        "residence",
        "transfer",
        "municipality",
        Columns("education", "school_problems"),
        "legal_frame",
    )


def question() -> Block:
    return Block(
        "De vraag",
        "In ieders eigen woorden. Letterlijk opschrijven mag. Eén stem is genoeg om te beginnen.",
        "question_kind",
        "question_line",
        Voice("jeugdige", "voice_young_person"),
        Voice("ouders", "voice_parents"),
        Voice("hulpverlening", "voice_referrer"),
    )


def tried() -> Block:
    return Block(
        "Wat is geprobeerd",
        "Kort is goed: de tijdlijn komt later.",
        "tried_before",
        "bottlenecks",
        "prior_analysis",
        Div("prior_analysis_by", css_class="intake-if-analysis"),
    )


def further() -> Block:
    return Block(
        "Hoe verder",
        "Een eerste indruk; na het beoordelen kan dit anders zijn.",
        "kind",
        "urgency",
        "matching_requested",
    )
