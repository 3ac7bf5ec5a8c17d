"""The page that tells who may do what is the rules themselves."""

from pathlib import Path

from expertteam.access.document import permissions_document

PAGE = Path(__file__).resolve().parents[3] / "docs" / "permissions.md"


def test_the_page_says_what_the_rules_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == permissions_document(), (
        "docs/permissions.md is out of date: run manage.py permissions > docs/permissions.md"
    )


def test_it_tells_given_from_all() -> None:
    line = next(line for line in permissions_document().splitlines() if "`analysis.read`" in line)
    assert line == "| Een analyse lezen | ja | gegeven | gegeven | ja |  |  |  | `analysis.read` |"
