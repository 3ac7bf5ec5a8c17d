"""What this room adds to the site."""

from django.apps import apps
from django.db.models.signals import post_migrate

from cases.intake.models import Referral
from cases.people.models import Participant
from cases.steering.models import Action
from cases.timeline.models import TimelineEvent

from .following import follow_sources
from .sources import SearchSource, add_search_source


def setup() -> None:
    """Called once, when the app starts."""
    post_migrate.connect(follow_sources, sender=apps.get_app_config("cases"), dispatch_uid="search sources")
    for source in SOURCES:
        add_search_source(source)


SOURCES = [
    SearchSource(
        kind="mensen",
        label="Mensen",
        model=Participant,
        names=("name", "organisation"),
        codes=("role",),
        rule="case.read",
        url_name="cases:people",
        named=True,
    ),
    SearchSource(
        kind="aanmelding",
        label="Aanmelding",
        model=Referral,
        names=("referrer_name", "referrer_organisation"),
        texts=("question_line", "voice_young_person", "voice_parents", "voice_referrer", "tried_before"),
        rule="case.read",
        url_name="cases:referral",
    ),
    SearchSource(
        kind="tijdlijn",
        label="Tijdlijn",
        model=TimelineEvent,
        names=("provider",),
        texts=("text", "result"),
        codes=("kind", "mark"),
        rule="case.read",
        url_name="cases:timeline",
    ),
    SearchSource(
        kind="actie",
        label="Actie",
        model=Action,
        names=("owner_name",),
        texts=("text", "result"),
        rule="case.read",
        url_name="cases:actions",
    ),
]
