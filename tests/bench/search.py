"""Finding anything that is written, in a large team against a small one: how quick are 95 of 100 searches?"""

import time
from collections.abc import Callable, Iterator
from statistics import quantiles

from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.casefile.models import Case, CaseGrant
from cases.search.results import found_for
from cases.search.suggestions import suggestions_for
from cases.search.words import asked_of
from expertteam.access.person import Person, person_in
from expertteam.accounts.models import Membership, Role, User

from .data import somebody, undone
from .lines import Line
from .search_data import fill_with_texts
from .sizes import Sizes

PROMISED = 100  # milliseconds, for 95 of 100 searches
# As people type: names (with an error), numbers, a rare word, a common word, several words, and nothing at all.
TERMS = (
    "oosterhuis", "oosterhius", "westerstra", "Zoë Hoogboer", "ruben noordermabest", "fenna dijkveld", "2021-000002",
    "2022-3", "bergenhof", "nijhf", "esra", "moskee", "nachtmerrie", "nachtmerie", "leerkragt", "verjaardag cultuur",
    "pleeggezin", "school", "fietsen muziek", "ruben oosterhuis moskee", "loyaliteit", "bestaatnergens", "de het een",
    "yara kerkman spijbelen", "schaamte",
)  # fmt: skip
TYPED = ("oo", "oos", "oosterh", "oosterhi", "rub", "ruben oo", "202", "2021-00", "zoe", "xq")


def searches(sizes: Sizes) -> Iterator[Line]:
    """The page with what was found, and the suggestions; for who sees everything, and for an expert with ten cases."""
    few, many = sizes.searched
    with undone():
        small, large = somebody("zoekklein"), somebody("zoekgroot")
        fill_with_texts(small, few)
        fill_with_texts(large, many)
        grown = {"casussen": [few, many], "zoekopdrachten": len(TERMS)}
        yield from compared("zoeken in alles", page_of, small, large, TERMS, sizes, grown)
        yield from compared("suggesties bij het typen", suggestions_for, small, large, TYPED, sizes, grown)
        experts = expert_of(small), expert_of(large)
        yield from compared("zoeken door een expert", page_of, *experts, TERMS, sizes, grown)
        counts = [queries(by) for by in (small, large)]
        yield Line("vragen voor het zoeken", counts[1], "vragen", f"{counts[0]} bij {few} casussen", grown)


Search = Callable[[Person, str], object]


def page_of(by: Person, term: str) -> object:
    return found_for(by, asked_of(term))


def compared(
    name: str, search: Search, small: Person, large: Person, terms: tuple[str, ...], sizes: Sizes, grown: dict
) -> Iterator[Line]:
    """95 of 100 and the middle one, of the large team against the small one and against the promise."""
    times = [timed(search, by, terms, sizes.repeats) for by in (small, large)]
    worst = [quantiles(found, n=20)[-1] for found in times]
    middle = [quantiles(found, n=20)[9] for found in times]
    against = f"een team met {grown['casussen'][0]} casussen"
    yield Line(f"{name}, 95%", round(worst[1] / worst[0], 2), "keer", against, grown)
    yield Line(f"{name}, 95% zelf", round(worst[1], 2), "ms", f"hooguit {PROMISED} ms", grown)
    yield Line(f"{name}, middelste", round(middle[1] / middle[0], 2), "keer", against, grown)
    yield Line(f"{name}, middelste zelf", round(middle[1], 2), "ms", f"hooguit {PROMISED} ms", grown)


def timed(search: Search, by: Person, terms: tuple[str, ...], repeats: int) -> list[float]:
    """Milliseconds of every search, so many times; the first round warms up and does not count."""
    times = []
    for place in range(repeats + 1):
        for term in terms:
            began = time.perf_counter()
            search(by, term)
            if place or not repeats:
                times.append(max((time.perf_counter() - began) * 1000, 0.001))
    return times


def expert_of(director: Person) -> Person:
    """Somebody to whom ten cases were given."""
    user = User.objects.create_user(f"expert@{director.team.code}.test", "x", name="Emre Expert")
    Membership.objects.create(user=user, team=director.team, role=Role.EXPERT)
    newest = Case.objects.filter(team=director.team).order_by("-sequence")[:10]
    CaseGrant.objects.bulk_create(
        CaseGrant(case=case, user=user, granted_by=director.user) for case in newest
    )
    person = person_in(user, director.team)
    assert person is not None
    return person


def queries(by: Person) -> int:
    with CaptureQueriesContext(connection) as asked:
        page_of(by, "muziek")
    return len(asked)
