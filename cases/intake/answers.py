"""Everything the aanmelding asks, kept in three places: the young person, the case, the referral.

Here it is one flat thing, name → value, as the form has it; this module knows where each name lives, and how a value
reads in words.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from cases.casefile.models import Case
from cases.choices.fields import CodeField, CodeListField
from cases.choices.queries import labels
from cases.people.models import YoungPerson
from expertteam.ui.dates import long_date

from .models import Referral

Answers = Mapping[str, Any]

YOUNG_PERSON = ("first_name", "last_name", "birth_date", "gender")
CASE = ("kind", "urgency", "matching_requested", "earlier_number")
REFERRAL = (
    "referred_on", "asker", "referrer_name", "referrer_function", "referrer_organisation", "referrer_phone",
    "referrer_email", "municipality", "residence", "transfer", "education", "school_problems", "legal_frame",
    "question_kind", "question_line", "voice_young_person", "voice_parents", "voice_referrer", "tried_before",
    "bottlenecks", "prior_analysis", "prior_analysis_by", "re_referral",
)  # fmt: skip
PLACES: tuple[tuple[type[Any], tuple[str, ...]], ...] = (
    (YoungPerson, YOUNG_PERSON),
    (Case, CASE),
    (Referral, REFERRAL),
)
NAMES = (*YOUNG_PERSON, *CASE, *REFERRAL)


def _questions() -> dict[str, str]:
    coded = {}
    for model, names in PLACES:
        for name in names:
            field = model._meta.get_field(name)
            if isinstance(field, CodeField | CodeListField):
                coded[name] = field.question
    return coded


QUESTIONS = _questions()


def part(answers: Answers, names: Iterable[str]) -> dict[str, Any]:
    """The answers with these names."""
    return {name: answers[name] for name in names if name in answers}


def stored(young_person: Any, case: Any, referral: Any) -> dict[str, Any]:
    """The answers as three rows hold them; rows of the history will do too."""
    return {
        **{name: getattr(young_person, name) for name in YOUNG_PERSON},
        **{name: getattr(case, name) for name in CASE},
        **{name: getattr(referral, name) for name in REFERRAL},
    }


def same(one: Any, other: Any) -> bool:
    """Whether two answers are the same; the order of several does not count, nor how a line ends."""
    if isinstance(one, list) and isinstance(other, list):
        return sorted(one) == sorted(other)
    if isinstance(one, str) and isinstance(other, str):
        return one.replace("\r\n", "\n") == other.replace("\r\n", "\n")
    return bool(one == other)


def in_words(name: str, value: Any) -> str:
    """An answer as people read it; «niets ingevuld» for nothing."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, list):
        texts = labels(QUESTIONS[name])
        return ", ".join(texts.get(str(code), str(code)) for code in value) or "niets ingevuld"
    if name in QUESTIONS:
        return labels(QUESTIONS[name]).get(value, value) or "niets ingevuld"
    return str(value) or "niets ingevuld"
