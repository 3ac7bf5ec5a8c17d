"""What stands around the text on a party's page speaks English when they choose it: no sentence is forgotten."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

TEMPLATES = Path(settings.BASE_DIR) / "templates"
PAGES = sorted([
    *TEMPLATES.glob("analysis/reading/*.html"), *TEMPLATES.glob("analysis/sharing/party*.html"),
    *TEMPLATES.glob("analysis/versions/reading.html"), *TEMPLATES.glob("cases/outside/*.html"),
])  # fmt: skip
SENTENCE = re.compile(r"""\{% translate (?:"([^"]+)"|'([^']+)')""")
SAME_IN_ENGLISH = {"Code"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_sentence_has_its_english(page: Path) -> None:
    said = {first or second for first, second in SENTENCE.findall(page.read_text(encoding="utf-8"))}
    with translation.override("en"):
        assert [one for one in said - SAME_IN_ENGLISH if translation.gettext(one) == one] == []
