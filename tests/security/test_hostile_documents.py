"""Files made to exhaust or stop whoever opens them. A report comes by mail: its sender need not be a colleague."""

import struct
import zlib
from io import BytesIO

import pytest

from cases.documents.content import type_of
from cases.documents.refusals import Refused
from tests.cases.documents import files

MEGABYTE = 1024**2
PAGES = b"1 0 2 40 " + b"<</Type/Catalog/Pages 2 0 R>>".ljust(40) + b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


def flate(megabytes: int) -> tuple[bytes, bytes]:
    """A list of objects followed by nothing, packed; and the name of how it is packed."""
    packer = zlib.compressobj(9)
    packed = packer.compress(PAGES) + b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(megabytes))
    return packed + packer.flush(), b"FlateDecode"


def lzw(megabytes: int) -> tuple[bytes, bytes]:
    """The same as LZW packs it: codes that each say one byte more than the one before, 7.7 MB in 5.6 kB."""
    bits = "".join(f"{letter:09b}" for letter in PAGES[:240])
    codes = [256, 0, *range(258, 4093)]
    block = "".join(f"{code:0{width_of(code)}b}" for code in codes)
    bits = f"{256:09b}{bits}{block}" + (f"{256:012b}" + block[9:]) * (megabytes // 7) + f"{257:012b}"
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big"), b"LZWDecode"


def width_of(code: int) -> int:
    return next(width for width in (9, 10, 11, 12) if code < 2**width - 1 or width == 12)


def pdf_with(packed: bytes, name: bytes) -> bytes:
    """A PDF whose pages stand in a packed list of objects."""
    parts = [b"%PDF-1.5\n"]
    places = {}
    listed = b"<</Type/ObjStm/N 2/First 9/Filter/%s/Length %d>>stream\n%s\nendstream" % (
        name,
        len(packed),
        packed,
    )
    for number, content in ((3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"), (4, listed)):
        places[number] = sum(map(len, parts))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    begins = sum(map(len, parts))
    rows = [(0, 0, 65535), (2, 4, 0), (2, 4, 1), (1, places[3], 0), (1, places[4], 0), (1, begins, 0)]
    table = b"".join(struct.pack(">BIH", *row) for row in rows)
    head = b"5 0 obj\n<</Type/XRef/Size 6/W[1 4 2]/Root 1 0 R/Length %d>>stream\n" % len(table)
    return b"".join([*parts, head, table, b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % begins])


@pytest.mark.parametrize("packed", [flate(1), lzw(7)], ids=["flate", "lzw"])
def test_a_pdf_of_which_the_pages_stand_in_a_packed_list_is_taken_in(packed: tuple[bytes, bytes]) -> None:
    assert type_of(BytesIO(pdf_with(*packed))) == "pdf"


@pytest.mark.parametrize("packed", [flate(200), lzw(1100)], ids=["flate", "lzw"])
def test_a_small_pdf_that_unpacks_large_is_refused(packed: tuple[bytes, bytes]) -> None:
    bomb = pdf_with(*packed)
    assert len(bomb) < MEGABYTE
    with pytest.raises(Refused) as refused:
        type_of(BytesIO(bomb))
    assert refused.value.code == "kapot"


def test_a_damaged_office_file_is_refused_wherever_it_is_damaged() -> None:
    """One byte after the other: never an error that nobody said something about."""
    whole = files.office(**{"b.xml": bytes(range(256)) * 4})
    said = set()
    for place in range(4, len(whole)):
        for other in (0x00, 0x42, 0xFF):
            broken = bytearray(whole)
            broken[place] = other
            try:
                type_of(BytesIO(bytes(broken)))
            except Refused as refused:
                said.add(refused.code)
    assert "kapot" in said
