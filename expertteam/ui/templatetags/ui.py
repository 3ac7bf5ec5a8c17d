"""Filters and components of every page; a template builtin, so no `load` is needed."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from crispy_forms.templatetags.crispy_forms_filters import optgroups
from django import template
from django.forms import BaseForm, BoundField
from django.http import QueryDict
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from expertteam.ui import dates

register = template.Library()

NOTICE_KINDS = {
    "info": ("info", "Let op"),
    "good": ("check", "Gelukt"),
    "attention": ("attention", "Let op"),
    "stuck": ("stop", "Dit ging niet goed"),
}
MESSAGE_KINDS = {"success": "good", "warning": "attention", "error": "stuck"}
SMALL_WORDS = frozenset({"van", "de", "der", "den", "het", "ter", "ten", "te", "op", "'t", "bij", "uit"})


def _as_day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value if isinstance(value, date) else None


@register.filter
def dutch_date(value: Any) -> str:
    """A date or moment as `12 maart 2024`; nothing for no date."""
    day = _as_day(value)
    return dates.long_date(day) if day else ""


@register.filter
def dutch_datetime(value: Any) -> str:
    """A moment as `12 maart 2024 om 10:42`, in our own time zone."""
    if not isinstance(value, datetime):
        return dutch_date(value)
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{dates.long_date(local.date())} om {local:%H:%M}"


@register.filter
def age_on(birth: Any, day: Any) -> int | str:
    """Whole years of age on a day; nothing when one of the two is not known."""
    born, moment = _as_day(birth), _as_day(day)
    return dates.age_on(born, moment) if born and moment else ""


@register.filter
def age(birth: Any) -> str:
    """Age today in words: `15 jaar`."""
    born = _as_day(birth)
    return f"{dates.age_on(born, timezone.localdate())} jaar" if born else ""


@register.filter
def birth_date(birth: Any) -> str:
    """A birth date never stands without the age: `14 maart 2011 (15 jaar)`."""
    return f"{dutch_date(birth)} ({age(birth)})" if _as_day(birth) else ""


@register.filter
def initials(name: Any) -> str:
    """First letters of first and last name, small words left out: Jan van der Berg is JB."""
    words = [word for word in str(name or "").split() if word.lower() not in SMALL_WORDS]
    letters = [words[0], words[-1]] if len(words) > 1 else words
    return "".join(word[0] for word in letters).upper()


@register.filter
def first_word(name: Any) -> str:
    """What people call each other: Petra of Petra Nijboer; nothing for no name."""
    return next(iter(str(name or "").split()), "")


@register.filter
def percent(value: Any, decimals: int = 0) -> str:
    """A number as a Dutch percentage: `19.4|percent:1` is `19,4%`; nothing for no number."""
    if value is None or value == "":
        return ""
    step = Decimal(1).scaleb(-int(decimals))
    rounded = Decimal(str(value)).quantize(step, rounding=ROUND_HALF_UP)
    return f"{rounded}%".replace(".", ",")


@register.simple_tag(takes_context=True)
def querystring_with(context: Context, **changes: Any) -> str:
    """The query of this page with some parameters changed: `{% querystring_with pagina=3 zoek=None %}`.

    None, an empty text and an empty list take a parameter away. Begins with `?`, also when nothing is left.
    """
    request = context.get("request")
    query: QueryDict = request.GET.copy() if request else QueryDict(mutable=True)
    for name, value in changes.items():
        values = list(value) if isinstance(value, (list, tuple)) else [value]
        kept = [str(one) for one in values if one not in (None, "")]
        if kept:
            query.setlist(name, kept)
        else:
            query.pop(name, None)
    return f"?{query.urlencode()}"


@register.inclusion_tag("components/icon.html")
def icon(name: str, label: str = "") -> dict[str, str]:
    """A drawing of `static/icons.svg`; give a label only when no word stands beside it."""
    return {"name": name, "label": label}


@register.inclusion_tag("components/empty_state.html")
def empty_state(title: str, text: str = "", action_url: str = "", action_label: str = "") -> dict[str, str]:
    """What will come here and how to begin, for a page or list that is still empty."""
    return {"title": title, "text": text, "action_url": action_url, "action_label": action_label}


@register.simple_block_tag
def notice(content: SafeString, kind: str = "info", title: str = "", icon: str = "", role: str = "") -> str:
    """A coloured block with an icon and a title in words: kind is info, good, attention or stuck."""
    standard_icon, default_title = NOTICE_KINDS[kind]
    values = {"content": content, "kind": kind, "icon": icon or standard_icon, "role": role}
    values["title"] = title or default_title
    return render_to_string("components/notice.html", values)


@register.filter
def without_placeholders(form: BaseForm) -> BaseForm:
    """The form with only its labels: a placeholder that repeats the label is noise."""
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
    return form


@register.filter
def message_kind(level_tag: str) -> str:
    """Kind of notice for a level of Django's messages."""
    return MESSAGE_KINDS.get(level_tag, "info")


@register.filter
def notice_icon(kind: str) -> str:
    """Icon that belongs to a kind of notice."""
    return NOTICE_KINDS[kind][0]


@register.inclusion_tag("components/badge.html")
def badge(text: Any, kind: str = "") -> dict[str, Any]:
    """A word on a coloured ground: kind is accent, good, attention, stuck or nothing."""
    return {"text": text, "kind": kind}


@register.inclusion_tag("components/tabs.html")
def tabs(items: list[Any], label: str = "Onderdelen") -> dict[str, Any]:
    """Pages that belong together; an item has label, url, current and perhaps badge. A menu on a phone."""
    current = next((item for item in items if _value(item, "current")), None)
    return {"items": items, "label": label, "current": current}


def _value(item: Any, name: str) -> Any:
    return item.get(name) if isinstance(item, dict) else getattr(item, name, None)


@register.inclusion_tag("components/breadcrumbs.html")
def breadcrumbs(*pairs: str) -> dict[str, Any]:
    """The way to this page: `{% breadcrumbs "Casussen" url "Importeren" "" %}`, label and address in turn."""
    return {"crumbs": list(zip(pairs[::2], pairs[1::2], strict=True))}


@register.inclusion_tag("components/progress_bar.html")
def progress_bar(value: int, label: str, maximum: int = 100, step: str = "") -> dict[str, Any]:
    """How far long work is: a real progress element with its label, the step and the percentage in words."""
    share = round(100 * value / maximum) if maximum else 0
    return {"value": value, "maximum": maximum, "label": label, "step": step, "share": share}


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: Context, page: Any, param: str = "pagina") -> dict[str, Any]:
    """Earlier and later for a Django page of a numbered list; draws nothing when there is one page."""
    previous = page.previous_page_number() if page.has_previous() else None
    following = page.next_page_number() if page.has_next() else None
    return {
        "page": page,
        "previous_url": querystring_with(context, **{param: previous}) if previous else "",
        "next_url": querystring_with(context, **{param: following}) if following else "",
    }


@register.inclusion_tag("components/pagination.html")
def pager(previous_url: str = "", next_url: str = "", text: str = "") -> dict[str, Any]:
    """Earlier and later for a list that pages by key: give the addresses that exist, and a text between."""
    return {"previous_url": previous_url, "next_url": next_url, "text": text}


@register.filter
def why_of(field: BoundField) -> str:
    """Why we ask this: the sentence of the form's `why` for this field."""
    return str(getattr(field.form, "why", {}).get(field.name, ""))


@register.filter
def chip_groups(field: BoundField) -> dict[str, Any]:
    """The options of a field: shown at once, and behind `Meer…` when the widget says how many are visible."""
    groups = optgroups(field)
    visible = getattr(field.field.widget, "visible", None)
    if visible is None:
        return {"shown": groups, "rest": [], "rest_chosen": False}
    options = [option for _, part, _ in groups for option in part]
    extra = options[visible:]
    rest = [option for option in extra if str(option["value"])]
    shown = [*options[:visible], *(option for option in extra if not str(option["value"]))]
    chosen = any(option["selected"] for option in rest)
    return {"shown": [(None, shown, 0)], "rest": rest, "rest_chosen": chosen}


@register.filter
def as_opening(label: Any) -> str:
    """A label to begin a sentence with: a colon behind it, unless it is a question."""
    text = str(label)
    return text if text.endswith(("?", "!", ".", ":")) else f"{text}:"


@register.filter
def error_target(field: BoundField) -> str:
    """Id of the element that gets focus for this field: its first option for a group, else its input."""
    first = f"{field.id_for_label or field.auto_id}"
    return f"{field.auto_id}_0" if field.use_fieldset else first


@register.inclusion_tag("components/autosave_status.html")
def autosave_status(form_id: str, saved_at: str = "") -> dict[str, str]:
    """Where `static/js/autosave.js` says whether the form is saved; `saved_at` as 10:42 for a draft found back."""
    return {"form_id": form_id, "saved_at": saved_at}


@register.inclusion_tag("components/autosave_choice.html")
def autosave_choice() -> dict[str, str]:
    """Above an autosaved form: asks what to do with text that waited here while the server moved on."""
    return {}


@register.inclusion_tag("components/block_nav.html")
def block_nav(form: Any) -> dict[str, Any]:
    """The blocks of a long form as links, for beside it."""
    return {"links": form.block_links()}


@register.simple_block_tag
def field_help(content: SafeString, summary: str = "Waarom vragen we dit?") -> str:
    """Explanation that opens where the question arises; works without JavaScript."""
    return render_to_string("components/field_help.html", {"content": content, "summary": summary})
