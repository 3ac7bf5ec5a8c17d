"""The sessions of Django, found with a question that is worded once: every request asks it."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from expertteam.connections.asked_often import AskedOften

OPEN = AskedOften(lambda key, now: Session.objects.filter(session_key=key, expire_date__gt=now)[:1])


class SessionStore(db.SessionStore):
    """A session in the database."""

    def _get_session_from_db(self) -> Session | None:
        found = OPEN.first(key=self.session_key, now=timezone.now())
        if found is None:
            self._session_key = None
        return found
