"""From bytes to JSON, and knowing the same file again."""

from pathlib import Path

import pytest

from analysis.loading.document import Unreadable, parse, read_file, source_key


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"a": "caf\xe9"}', "Dit is geen UTF-8: byte 11 is niet te lezen."),
        (b"", "Dit is geen JSON: regel 1, teken 1 klopt niet."),
        (b'{"a": 1,\n "b" 2}', "Dit is geen JSON: regel 2, teken 6 klopt niet."),
        (b'{"a": NaN}', "Dit is geen JSON die we kunnen lezen."),
        (b"[" * 100_000, "Dit is geen JSON"),
        (b"1" * 5000, "Dit is geen JSON"),
        (b"PK\x03\x04\x00\xff", "Dit is geen"),
    ],
)
def test_what_is_no_json(content: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        parse(content)


def test_a_byte_order_mark_is_no_problem() -> None:
    assert parse('\ufeff{"a": "é"}'.encode()) == ({"a": "é"}, [])


def test_a_key_that_stands_twice_is_named() -> None:
    value, doubles = parse(b'{"a": {"b": 1, "b": 2}}')
    assert value == {"a": {"b": 2}}
    assert [str(problem) for problem in doubles] == ["“b” staat twee keer in hetzelfde object."]


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="is er niet"):
        read_file(tmp_path / "weg.json")
    with pytest.raises(Unreadable, match="is een map"):
        read_file(tmp_path)
    big = tmp_path / "groot.json"
    with big.open("wb") as out:
        out.truncate(11 * 1024 * 1024)
    with pytest.raises(Unreadable, match="te groot"):
        read_file(big)


def test_the_key_looks_at_what_is_said_only() -> None:
    key = source_key({"b": [1, 2], "a": "é"})
    assert len(key) == 64
    assert key == source_key({"a": "é", "b": [1, 2], "_over": "x", "verwacht": {"kringen": []}})
    assert key != source_key({"a": "e", "b": [1, 2]})
    assert key != source_key({"a": "é", "b": [2, 1]})
