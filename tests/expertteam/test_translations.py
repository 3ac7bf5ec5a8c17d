"""Everything families read in another language is translated, and what the site reads is what translators wrote."""

import ast
import re
import subprocess
from gettext import GNUTranslations
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation.template import templatize

FOLDER = Path(settings.LOCALE_PATHS[0])
CODES = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
TEMPLATES = Path(settings.BASE_DIR) / "templates"
CALL = re.compile(r"n?p?gettext\((?:u?'((?:[^'\\]|\\.)*)'|u?\"((?:[^\"\\]|\\.)*)\")", re.S)


def read_po(code: str) -> dict[str, list[str]]:
    """msgid → translations (several for a plural), as translators wrote them."""
    found: dict[str, list[str]] = {}
    text = (FOLDER / code / "LC_MESSAGES" / "django.po").read_text(encoding="utf-8")
    for block in text.split("\n\n"):
        fields: dict[str, str] = {}
        name = ""
        for line in block.splitlines():
            if start := re.match(r'(msgid|msgid_plural|msgstr(?:\[\d\])?|msgctxt) (".*")', line):
                name, line = start[1], start[2]
                fields[name] = ""
            if name and line.startswith('"'):
                fields[name] += ast.literal_eval(line)
        if fields.get("msgid"):
            found[fields["msgid"]] = [text for name, text in fields.items() if name.startswith("msgstr")]
    return found


def compiled(code: str) -> GNUTranslations:
    with (FOLDER / code / "LC_MESSAGES" / "django.mo").open("rb") as file:
        return GNUTranslations(file)


def asked_for() -> set[str]:
    """Every text that a template or a module wants translated."""
    found = set()
    for path in TEMPLATES.rglob("*.*"):
        if path.suffix in (".html", ".txt") and "i18n" in (text := path.read_text(encoding="utf-8")):
            for one, two in CALL.findall(templatize(text)):
                found.add(
                    ast.literal_eval(f'"""{one or two}"""') if '"""' not in (one or two) else one or two
                )
    for folder in ("analysis", "cases"):
        for path in (Path(settings.BASE_DIR) / folder).rglob("*.py"):
            if "gettext" in (text := path.read_text(encoding="utf-8")):
                found |= {
                    node.args[0].value
                    for node in ast.walk(ast.parse(text))
                    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_"
                    and isinstance(node.args[0], ast.Constant)
                }  # fmt: skip
    return {one for one in found if one.strip()}


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_translated(code: str) -> None:
    written = read_po(code)
    assert len(asked_for()) > 100
    assert sorted(asked_for() - written.keys()) == []
    assert [msgid for msgid, texts in written.items() if not all(texts)] == []


@pytest.mark.parametrize("code", CODES)
def test_the_compiled_file_is_up_to_date(code: str) -> None:
    said, catalogue = read_po(code), compiled(code)._catalog  # type: ignore[attr-defined]
    plain = {key: text for key, text in catalogue.items() if isinstance(key, str) and key}
    by_id = {key.rpartition("\x04")[2]: text for key, text in plain.items()}
    assert {msgid: texts[0] for msgid, texts in said.items() if len(texts) == 1} == by_id
    plural = {key[0]: text for key, text in catalogue.items() if isinstance(key, tuple) and key[1] == 0}
    assert {msgid: texts[0] for msgid, texts in said.items() if len(texts) > 1} == plural


@pytest.mark.parametrize("code", CODES)
def test_a_translation_keeps_what_is_filled_in(code: str) -> None:
    holes = re.compile(r"%\(\w+\)s|\{\w+\}")
    for msgid, texts in read_po(code).items():
        for text in texts:
            assert sorted(holes.findall(text)) == sorted(holes.findall(msgid)), msgid


def test_no_program_is_needed_to_read_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    assert compiled("en").gettext("Antwoord versturen") == "Send your answer"
