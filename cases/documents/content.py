"""What a file is, judged by what is in it: its name and what the browser says of it count for nothing.

Nothing is opened that could run. A file with a password cannot be judged or scanned, so it is refused.
"""

from typing import BinaryIO

from .models import FileType
from .office import office_type
from .pdf import refuse_unless_it_opens
from .pictures import is_picture
from .refusals import EMPTY, OLD_OFFICE, PASSWORD, PHONE_PHOTO, UNKNOWN

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"


def type_of(file: BinaryIO) -> FileType:
    """The type of a file; Refused with the reason for what is not taken in."""
    file.seek(0)
    head = file.read(16)
    if not head:
        raise EMPTY
    if head.startswith(b"%PDF-"):
        return pdf_type(file)
    if head.startswith(_ZIP):
        return office_type(file)
    if picture := is_picture(head):
        return picture
    if head.startswith(_OLD_OFFICE):
        raise PASSWORD if holds(file, _LOCKED_OFFICE) else OLD_OFFICE
    if head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"hevc"):
        raise PHONE_PHOTO
    raise UNKNOWN


def pdf_type(file: BinaryIO) -> FileType:
    """A PDF that can be opened without a password and has pages."""
    refuse_unless_it_opens(file)
    return FileType.PDF


def holds(file: BinaryIO, wanted: bytes) -> bool:
    """Whether these bytes stand anywhere in the file."""
    file.seek(0)
    before = b""
    while piece := file.read(1024**2):
        if wanted in before + piece:
            return True
        before = piece[-len(wanted) :]
    return False
