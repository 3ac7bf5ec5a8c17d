"""Whether somebody whose stream is open may still see what comes: asked again and again while it lasts."""

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from cases.casefile.gate import rights_on
from cases.casefile.models import Case
from expertteam.access.person import person_in
from expertteam.accounts.models import User

from .watching import Watcher


def may_write_still(watcher: Watcher, case: Case) -> bool | None:
    """Whether this person may write on this board now; None when they may not even read any more.

    Looks at everything a new request would: the login and its password, the account, the team with its roles, and the
    case. At most five queries.
    """
    user = _logged_in(watcher)
    person = person_in(user, case.team) if user is not None and case.team_id == watcher.team else None
    rights = rights_on(person, case) if person is not None else frozenset()
    return "analysis.change" in rights if "analysis.read" in rights else None


def _logged_in(watcher: Watcher) -> User | None:
    session = Session.objects.filter(pk=watcher.session, expire_date__gt=timezone.now()).first()
    held = session.get_decoded() if session is not None else {}
    user = User.objects.filter(pk=watcher.user, is_active=True).first()
    if user is None or str(held.get(SESSION_KEY)) != str(user.pk):
        return None
    same = constant_time_compare(held.get(HASH_SESSION_KEY, ""), user.get_session_auth_hash())
    return user if same else None
