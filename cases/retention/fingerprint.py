"""Recognising who comes back after their case was destroyed, only where the covenant says so (domain.md, 13).

A fingerprint is HMAC-SHA-256 of team, name and birth date under a key that is not in the database: a copy of the
database alone cannot be searched for a name.
"""

import hmac
from datetime import date
from hashlib import sha256

from django.conf import settings

from cases.casefile.models import Case
from cases.casefile.text import folded
from expertteam.accounts.models import Team

from .models import CaseFingerprint, RetentionPolicy


def key_is_there() -> bool:
    """Whether this installation has a key at all."""
    return bool(settings.FINGERPRINT_KEY)


def digest_of(team: Team, name: str, birth_date: date) -> str:
    """Sixty-four hexadecimal signs; capitals and accents of the name do not matter."""
    what = f"{team.pk}|{folded(name)}|{birth_date.isoformat()}"
    return hmac.new(settings.FINGERPRINT_KEY.encode(), what.encode(), sha256).hexdigest()


def keep_fingerprint(case: Case) -> None:
    """Keep the fingerprint of a case that is about to go, when the team's covenant asks for it."""
    if not key_is_there() or not RetentionPolicy.objects.filter(team=case.team_id, fingerprint=True).exists():
        return
    digest = digest_of(case.team, str(case.young_person), case.young_person.birth_date)
    CaseFingerprint.objects.get_or_create(team=case.team, digest=digest, case_number=case.number)


def destroyed_cases_of(team: Team, name: str, birth_date: date) -> list[str]:
    """Numbers of destroyed cases of who has this name and birth date, newest first; nothing when none are kept."""
    if not key_is_there():
        return []
    digest = digest_of(team, name, birth_date)
    found = CaseFingerprint.objects.filter(team=team, digest=digest)
    return list(found.order_by("-case_number").values_list("case_number", flat=True))
