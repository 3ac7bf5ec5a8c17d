"""Context processor of every page: who is here, where they can go."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from .navigation import items_for, url_or_none

SEARCH_RULE = "case.list"


def page(request: HttpRequest) -> dict[str, Any]:
    """Variables for `base.html`: nav, person, team, person_name, role_label, other_teams, may_search and its addresses.

    Works for error pages and visitors too: then `person` is None and `nav` is empty.
    """
    person = getattr(request, "person", None)
    search_url = url_or_none("cases:find")
    return {
        "nav": items_for(person, request.path),
        "person": person,
        "team": getattr(person, "team", None),
        "person_name": person_name(person),
        "role_label": role_label(person),
        "other_teams": SimpleLazyObject(lambda: other_teams(person)),
        "may_search": bool(search_url and person is not None and person.may(SEARCH_RULE)),
        "search_url": search_url,
        "suggest_url": url_or_none("cases:suggest"),
    }


def person_name(person: Any) -> str:
    """The name to show; the e-mail address for somebody who has not given a name."""
    user = getattr(person, "user", None)
    if user is None:
        return ""
    return str(getattr(user, "name", "") or user.get_username())


def other_teams(person: Any) -> list[Any]:
    """The teams this person also works in, by name."""
    if person is None:
        return []
    memberships = person.user.memberships.exclude(team=person.team).select_related("team")
    return sorted({membership.team for membership in memberships}, key=str)


def role_label(person: Any) -> str:
    """Dutch names of the roles of this person, with commas."""
    roles = getattr(person, "roles", ())
    return ", ".join(sorted(str(getattr(role, "label", role)) for role in roles))
