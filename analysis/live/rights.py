"""Whether somebody whose stream is open may still see what comes: asked again and again while it lasts."""

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from cases.casefile.gate import rights_on
from cases.casefile.models import Case
from expertteam.access.person import person_in
from expertteam.accounts.backend import WITH_KEY
from expertteam.accounts.models import User
from expertteam.accounts.sessions import OPEN
from expertteam.connections.asked_often import AskedOften

from .watching import Watcher

WATCHED = AskedOften(
    lambda pk: Case.objects.filter(pk=pk).select_related("team", "young_person").with_stakes()[:1]
)


def may_write_still(watcher: Watcher, case: Case) -> bool | None:
    """Whether this person may write on this board now; None when they may not even read any more.

    Looks at everything a new request would: the login and its password, the account, the team with its roles, and the
    case. At most five queries, most of them worded once.
    """
    user = _logged_in(watcher)
    person = person_in(user, case.team) if user is not None and case.team_id == watcher.team else None
    rights = rights_on(person, case) if person is not None else frozenset()
    return "analysis.change" in rights if "analysis.read" in rights else None


def _logged_in(watcher: Watcher) -> User | None:
    session = OPEN.first(key=watcher.session, now=timezone.now())
    held = session.get_decoded() if session is not None else {}
    user = WITH_KEY.first(pk=watcher.user)
    if user is None or not user.is_active or str(held.get(SESSION_KEY)) != str(user.pk):
        return None
    same = constant_time_compare(held.get(HASH_SESSION_KEY, ""), user.get_session_auth_hash())
    return user if same else None
