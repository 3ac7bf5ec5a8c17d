"""The browser puts two people's words together exactly as the server does."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from expertteam.texts.merge import merge

pytestmark = pytest.mark.e2e
ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = json.loads((ROOT / "tests/analysis/live/merge_examples.json").read_text())
WORDS = ["Ruben", "slaapt", "niet", "niet.", "🙂", "שלום", "op", "de", "bank", "é", "e\u0301"]
BETWEEN = [" ", "  ", "\n", "\r\n", "\t", "\u00a0"]


@pytest.fixture
def browser(tab: Page) -> Page:
    """A page that has the script of the board, and nothing else."""

    def answer(route: Route) -> None:
        path = ROOT / route.request.url.removeprefix("http://board.example/")
        if path.suffix == ".js":
            route.fulfill(body=path.read_text(), content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><title>Leeg</title>", content_type="text/html")

    tab.route("http://board.example/**", answer)
    tab.goto("http://board.example/")
    return tab


def merged(browser: Page, triples: list[dict[str, str]]) -> Any:
    return browser.evaluate(
        """async (all) => {
          const { merge } = await import("/static/js/board/merge.js");
          return all.map((one) => merge(one.base, one.mine, one.theirs));
        }""",
        triples,
    )


def test_the_table_of_examples(browser: Page) -> None:
    assert merged(browser, EXAMPLES) == [one["merged"] for one in EXAMPLES]


def edited(luck: random.Random, text: list[str]) -> list[str]:
    """The text after a few changes."""
    found = list(text)
    for _ in range(luck.randint(0, 3)):
        place = luck.randint(0, len(found))
        found[place : place + luck.randint(0, 2)] = [
            luck.choice(WORDS + BETWEEN) for _ in range(luck.randint(0, 3))
        ]
    return found


def test_any_three_texts(browser: Page) -> None:
    luck = random.Random(20)
    triples = []
    for _ in range(1500):
        base = [luck.choice(WORDS + BETWEEN) for _ in range(luck.randint(0, 9))]
        names = {"base": base, "mine": edited(luck, base), "theirs": edited(luck, base)}
        triples.append({name: "".join(text) for name, text in names.items()})
    expected = [merge(**one) for one in triples]
    assert merged(browser, triples) == expected
    assert expected.count(None) > 100 and len(expected) - expected.count(None) > 100


@pytest.mark.parametrize(
    ("before", "after", "place", "stands"),
    [
        ("slaapt niet", "Ruben slaapt niet", 11, 17),
        ("slaapt niet", "slaapt vaak niet", 3, 3),
        ("slaapt niet", "slaapt vaak niet", 11, 16),
        ("", "slaapt niet", 0, 0),
        ("slaapt niet", "", 5, 0),
    ],
)
def test_the_caret_stays_at_its_word(browser: Page, before: str, after: str, place: int, stands: int) -> None:
    found = browser.evaluate(
        """async (all) => (await import("/static/js/board/merge.js")).carried(...all)""",
        [before, after, place],
    )
    assert found == stands


def test_what_differs_between_two_texts(browser: Page) -> None:
    found = browser.evaluate(
        """async () => (await import("/static/js/board/merge.js")).unlike("Slaapt nu overdag", "Slaapt nauwelijks")"""
    )
    assert found == [["Slaapt ", False], ["nu overdag", True]]
