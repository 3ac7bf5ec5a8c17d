"""The shape of the code: which way imports run, how long files are, what templates may not hold."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Lower may not know higher. The composition of the site (addresses, settings) knows everybody.
RANK = {"expertteam": 0, "cases": 1, "analysis": 2, "monitor": 3}
COMPOSITION = {"expertteam/urls.py", "expertteam/celery.py"}
LONGEST_FILE = 300


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from (p for p in (ROOT / folder).rglob("*.py") if "migrations" not in p.parts)


def imported(path: Path) -> Iterator[str]:
    """Every module a file imports, wherever in the file, by its full name."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            yield ".".join([*base, *([node.module] if node.module else [])])


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def wrong_way(own: str, modules: Iterable[str]) -> list[str]:
    """Which apps above `own` these modules belong to."""
    tops = {module.partition(".")[0] for module in modules}
    return sorted(top for top in tops if RANK.get(top, 0) > RANK[own])


def test_imports_run_one_way() -> None:
    files = [p for p in sources(*RANK) if name_of(p) not in COMPOSITION]
    found = {name_of(p): wrong_way(p.relative_to(ROOT).parts[0], imported(p)) for p in files}
    assert {name: tops for name, tops in found.items() if tops} == {}


def test_an_import_the_wrong_way_would_be_found() -> None:
    assert wrong_way("cases", ["analysis.board.models", "expertteam.ui", "django.db"]) == ["analysis"]
    assert wrong_way("monitor", ["analysis.models", "cases.models"]) == []
    assert "cases.casefile.models" in set(imported(ROOT / "cases/casefile/gate.py")), "relative imports count"


def test_the_look_of_pages_knows_nothing_of_access_or_trace() -> None:
    """ui and the trace stand under everything: they import no other package of the site but accounts."""
    allowed = {"expertteam/ui": {"ui"}, "expertteam/accounts/models.py": set()}
    for folder, own in allowed.items():
        files = sources(folder) if (ROOT / folder).is_dir() else [ROOT / folder]
        for path in files:
            rooms = {m.split(".")[1] for m in imported(path) if m.startswith("expertteam.")}
            assert rooms <= own, name_of(path)


def test_files_stay_short() -> None:
    files = [
        *sources(*RANK, "tests"),
        *(ROOT / "static/css").glob("*.css"),
        *(ROOT / "static/js").glob("*.js"),
    ]
    long = {name_of(p): n for p in files if (n := len(p.read_text().splitlines())) >= LONGEST_FILE}
    assert long == {}


INLINE = {
    "script": re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")", re.IGNORECASE),
    "style element": re.compile(r"<style\b", re.IGNORECASE),
    "style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "event attribute": re.compile(r"<[^>]*\s(?:on[a-z]+|hx-on[\w:-]*)\s*=", re.IGNORECASE),
    "address with javascript": re.compile(r"[\"']javascript:", re.IGNORECASE),
}


def page_templates() -> list[Path]:
    """Templates a browser gets; those of a PDF or a mail never pass the content policy."""
    found = (ROOT / "templates").rglob("*.html")
    return [p for p in found if not {"pdf", "emails", "email"} & set(p.parts)]


@pytest.mark.parametrize("what", INLINE)
def test_templates_hold_no_code(what: str) -> None:
    assert [name_of(p) for p in page_templates() if INLINE[what].search(p.read_text())] == []


def test_the_search_for_inline_code_finds_it() -> None:
    assert INLINE["style attribute"].search('<p class="a" style="color: red">')
    assert INLINE["event attribute"].search('<button type="button" onclick="go()">')
    assert INLINE["script"].search("<script>go()</script>")
    assert not INLINE["script"].search('<script src="/static/js/menu.js" type="module"></script>')


def test_nothing_is_fetched_from_elsewhere() -> None:
    """No page, style or script names another site: no request ever leaves it."""
    elsewhere = re.compile(r"(?:src|href|url)\s*[=(]\s*[\"']?(?:https?:)?//(?!www\.w3\.org)", re.IGNORECASE)
    files = [*page_templates(), *(ROOT / "static").rglob("*.css"), *(ROOT / "static/js").glob("*.js")]
    assert [name_of(p) for p in files if elsewhere.search(p.read_text())] == []
