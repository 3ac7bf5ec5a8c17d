"""What the minutes of a conversation say, as plain data that stays as it was when the meeting closed."""

from typing import Any

from django.utils import timezone

from cases.choices.queries import label, labels
from cases.people.models import YesNo
from expertteam.ui.dates import age_on, long_date

from .hooks import minutes_parts
from .models import AgendaItem
from .talk import minutes_of_talk

KINDS = {
    "jeugdige_en_ouders": "De jongere en de ouders zaten aan tafel.",
    "alleen_ouders": "De ouders zaten aan tafel, de jongere niet.",
    "alleen_jeugdige": "De jongere zat aan tafel, de ouders niet.",
    "niet": "De jongere en de ouders zaten niet aan tafel.",
}


def content_of(item: AgendaItem) -> dict[str, Any]:
    """Everything the paper shows, in words; shapes: texts, lists of texts, and lists of rows. About nine queries."""
    meeting, case = item.meeting, item.case
    begins, ends = (timezone.localtime(one) for one in (item.starts_at, item.ends_at))
    day = begins.date()
    return {
        "team": str(case.team),
        "number": case.number,
        "name": str(case.young_person),
        "first_name": case.young_person.first_name,
        "age": f"{age_on(case.young_person.birth_date, day)} jaar",
        "day": long_date(day),
        "time": f"{begins:%H:%M} tot {ends:%H:%M}",
        "took": f"{minutes_of_talk(item)} minuten",
        "place": meeting.place,
        "chair": str(meeting.chair or ""),
        "note_taker": str(meeting.note_taker or ""),
        "members": [str(one.user) for one in item.presences.select_related("user")],
        "guests": guests_of(item),
        "table": table_in_words(item),
        "wish": case.referral.voice_young_person,
        "notes": item.notes,
        "actions": actions_of(item),
        "parts": [
            {"title": title, "text": text} for title, fill in minutes_parts() if (text := fill(case, item))
        ],
    }


def guests_of(item: AgendaItem) -> list[str]:
    """Who was there from around the young person, with their role."""
    roles = labels("rol")
    there = item.guests.filter(there=YesNo.YES, withdrawn_at=None)
    return [
        f"{one.name} ({roles.get(one.role, '').lower()})"
        for one in there.select_related("participant", "case__young_person")
    ]


def table_in_words(item: AgendaItem) -> str:
    """Whether the family was at the table; why not, and who spoke for them."""
    if not item.at_table:
        return ""
    said = [KINDS.get(item.at_table, label("aan_tafel", item.at_table))]
    if item.table_reason:
        said.append(f"Waarom niet: {item.table_reason.rstrip('.')}.")
    if item.spokesperson:
        said.append(f"Het woord voor hen deed {item.spokesperson}.")
    return " ".join(said)


def actions_of(item: AgendaItem) -> list[dict[str, str]]:
    """Who does what by when, as it was agreed here."""
    agreed = item.agreed.select_related("action").order_by("pk")
    return [
        {
            "who": one.action.owner_name,
            "what": one.action.text,
            "when": long_date(one.action.due_on) if one.action.due_on else "geen dag afgesproken",
        }
        for one in agreed
    ]
