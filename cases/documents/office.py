"""Office files are zips: looked at as a zip, and never unpacked to disk."""

import lzma
import struct
import zipfile
import zlib
from typing import BinaryIO
from xml.etree import ElementTree  # nosec B405: only after a doctype was refused, and at most a megabyte

from .models import FileType
from .refusals import BOMB, DAMAGED, MACROS, PASSWORD, UNKNOWN, Refused

MOST_PARTS = 5000
MOST_UNPACKED = 300 * 1024**2
MOST_PACKED = 100  # times; only judged of what unpacks beyond ten megabytes
SMALL = 10 * 1024**2
MOST_XML = 1024**2

_MAIN = "application/vnd.openxmlformats-officedocument."
OPEN_XML = {
    f"{_MAIN}wordprocessingml.document.main+xml": FileType.WORD,
    f"{_MAIN}spreadsheetml.sheet.main+xml": FileType.EXCEL,
    f"{_MAIN}presentationml.presentation.main+xml": FileType.POWERPOINT,
}
ODT = b"application/vnd.oasis.opendocument.text"
# What the module of zips and those that unpack for it raise for a file that is not whole.
BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, NotImplementedError, EOFError, OSError, RuntimeError,
    KeyError, ValueError,
)  # fmt: skip
PROGRAMS = ("vbaproject", "vbadata", "activex", "macrosheet", "dialogsheet")


def office_type(file: BinaryIO) -> FileType:
    """docx, xlsx, pptx or odt, without macros or a password and not packed too well; Refused otherwise."""
    try:
        with zipfile.ZipFile(file) as archive:
            refuse_bombs(archive)
            kind = odt_type(archive) if "mimetype" in archive.namelist() else open_xml_type(archive)
            if archive.testzip() is not None:
                raise DAMAGED
            return kind
    except Refused:
        raise
    except BROKEN as broken:
        raise DAMAGED from broken


def refuse_bombs(archive: zipfile.ZipFile) -> None:
    """Refuse a zip with a password, with far too many parts, or that unpacks to far too much."""
    parts = archive.infolist()
    if any(part.flag_bits & 0x1 for part in parts):
        raise PASSWORD
    unpacked = sum(part.file_size for part in parts)
    packed = max(sum(part.compress_size for part in parts), 1)
    if (
        len(parts) > MOST_PARTS
        or unpacked > MOST_UNPACKED
        or (unpacked > SMALL and unpacked > packed * MOST_PACKED)
    ):
        raise BOMB


def odt_type(archive: zipfile.ZipFile) -> FileType:
    """An OpenDocument text."""
    if small(archive, "mimetype") != ODT:
        raise UNKNOWN
    if b"encryption-data" in small(archive, "META-INF/manifest.xml"):
        raise PASSWORD
    if any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in archive.namelist()):
        raise MACROS
    return FileType.ODT


def open_xml_type(archive: zipfile.ZipFile) -> FileType:
    """What the list of contents says the main part is; anything that can run is refused, wherever it stands."""
    if "[Content_Types].xml" not in archive.namelist():
        raise UNKNOWN
    said = small(archive, "[Content_Types].xml")
    if b"<!" in said:
        raise UNKNOWN
    try:
        types = [one.get("ContentType", "") for one in ElementTree.fromstring(said)]  # nosec B314: see above
    except ElementTree.ParseError as broken:
        raise DAMAGED from broken
    names = " ".join(archive.namelist()).lower()
    if any(word in names for word in PROGRAMS) or any("macroenabled" in one.lower() for one in types):
        raise MACROS
    found = {OPEN_XML[one] for one in types if one in OPEN_XML}
    if len(found) != 1:
        raise UNKNOWN
    return found.pop()


def small(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part that should be small; DAMAGED when it is not."""
    if archive.getinfo(name).file_size > MOST_XML:
        raise DAMAGED
    return archive.read(name)
