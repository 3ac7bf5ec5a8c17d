"""Whether the name may be shared with a provider: asked of the consent of the case, never decided here."""

from cases.casefile.models import Case
from cases.consent.queries import Purpose, Standing, missing_in, require_with
from cases.providers.models import Place


def known_as(place: Place) -> list[str]:
    """The names under which a place can stand in a consent: its provider, or the place itself."""
    return [place.provider.name, place.name]


def why_not_by_name(standing: Standing, place: Place) -> list[str]:
    """What is missing before the name may be shared with this place, in sentences; empty when it may. No query."""
    return [one.sentence for one in missing_in(standing, Purpose.SHARE, known_as(place))]


def may_share_name(case: Case, place: Place) -> None:
    """ConsentMissing when the name may not be shared with this place."""
    require_with(case, Purpose.SHARE, known_as(place))
