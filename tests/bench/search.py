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
        grown = {"casussen": [few, many], "zoekopdrachten": len(TERMS)}
        small, asked_small = measured("zoekklein", few, sizes.repeats)
        large, asked_large = measured("zoekgroot", many, sizes.repeats)
        for name, times in large.items():
            yield from compared(name, small[name], times, f"een team met {few} casussen", grown)
        yield Line(
            "vragen voor het zoeken", asked_large, "vragen", f"{asked_small} bij {few} casussen", grown
        )


Search = Callable[[Person, str], object]


def measured(code: str, count: int, repeats: int) -> tuple[dict[str, list[float]], int]:
    """Milliseconds per kind of search in a team of so many cases, and how many questions one search asks."""
    by = somebody(code)
    fill_with_texts(by, count)
    times = {
        "zoeken in alles": timed(page_of, by, TERMS, repeats),
        "suggesties bij het typen": timed(suggestions_for, by, TYPED, repeats),
        "zoeken door een expert": timed(page_of, expert_of(by), TERMS, repeats),
    }
    return times, queries(by)


def page_of(by: Person, term: str) -> object:
    return found_for(by, asked_of(term))


def compared(
    name: str, small: list[float], large: list[float], against: str, grown: dict[str, object]
) -> Iterator[Line]:
    """95 of 100 and the middle one, of the large team against the small one and against the promise."""
    for part, place in (("95%", -1), ("middelste", 9)):
        few, many = quantiles(small, n=20)[place], quantiles(large, n=20)[place]
        yield Line(f"{name}, {part}", round(many / few, 2), "keer", against, grown)
        yield Line(f"{name}, {part} zelf", round(many, 2), "ms", f"hooguit {PROMISED} ms", grown)


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
