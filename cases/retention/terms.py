"""How long every kind of row is kept. A model without a line here fails a system check (retention.E001).

What hangs on a case by a foreign key goes with the case and needs no line: the check sees that for itself.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from django.db import models

from .tree import children

TERMS: dict[str, str] = {
    "accounts.User": "zolang iemand in een team zit; daarna alleen de naam, bij wat diegene deed",
    "accounts.Team": "geen persoonsgegevens",
    "accounts.Membership": "zolang iemand in een team zit",
    "audit.AuditEvent": "vijf jaar, met het casusnummer en zonder naam (NEN 7513)",
    "jobs.DailyRun": "geen persoonsgegevens",
    "cases.YoungPerson": "met de laatste casus van deze jongere",
    "cases.CaseNumberCounter": "geen persoonsgegevens",
    "cases.Choice": "geen persoonsgegevens",
    "cases.Consultation": "geen persoonsgegevens: die worden bij het opschrijven geweigerd",
    "cases.ReferralDraft": "dertig dagen na de laatste wijziging",
    "cases.RetentionPolicy": "geen persoonsgegevens",
    "cases.Destruction": "alleen het casusnummer en de dagen: het bewijs van vernietiging",
    "cases.CaseFingerprint": "zolang het convenant het zegt; zonder sleutel zegt het niets",
    "cases.MailDay": "dertig dagen: wie op welke dag een herinnering kreeg, zonder leesbaar adres",
    "cases.Place": "geen gegevens van jongeren of ouders",
    "cases.Provider": "geen gegevens van jongeren of ouders",
    "cases.RefusalTally": "zonder casus: tellingen per plek en reden",
    "cases.Meeting": "dag en wie van het team; de plaats gaat weg met de eerste casus die wordt vernietigd",
    "cases.Attendee": "wie van het team was uitgenodigd en er was; niets van jongeren of ouders",
    "cases.ReminderSettings": "geen persoonsgegevens",
    "cases.TalkStep": "geen persoonsgegevens",
    "cases.TeamStep": "geen persoonsgegevens",
    "mail.OutgoingMail": "het adres tot enkele dagen na het verzenden; een mail bevat geen inhoud",
    "monitor.KeptCase": "zonder naam, nummer of datum: voor de jaarcijfers",
    "monitor.YearFile": "geen persoonsgegevens: cijfers",
    "monitor.RegisterImport": "het bestand tot het is overgenomen of weggegooid, en ten hoogste dertig dagen",
}
OWN_APPS = ("accounts", "access", "audit", "jobs", "mail", "cases", "analysis", "monitor")


def with_the_case() -> set[type[models.Model]]:
    """Every model whose rows are deleted with their case."""
    found: set[type[models.Model]] = set()
    waiting: list[type[models.Model]] = [apps.get_model("cases", "Case")]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            waiting += [child for child, _ in children(model)]
    return found


def own_models() -> Iterable[type[models.Model]]:
    """Models of this project, without those of a history: that goes where its rows go."""
    for label in OWN_APPS:
        if apps.is_installed(f"expertteam.{label}") or apps.is_installed(label):
            yield from (model for model in apps.get_app_config(label).get_models() if not is_past(model))


def is_past(model: type[models.Model]) -> bool:
    """Whether these rows are history; that of a many-to-many field hangs on the history by `history`."""
    return any(field.name in ("history_id", "m2m_history_id") for field in model._meta.fields)


@register()
def every_model_has_a_term(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """retention.E001: nobody decided how long this is kept."""
    kept = with_the_case()
    return [
        Error(f"{model._meta.label} has no term in cases/retention/terms.py", id="retention.E001")
        for model in own_models()
        if model not in kept and model._meta.label not in TERMS
    ]
