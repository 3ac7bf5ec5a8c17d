"""A file as it comes in: judged, cleaned, and ready to be kept piece by piece."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from .content import type_of
from .models import FileType
from .pictures import cleaned
from .refusals import too_large

PIECE = 512 * 1024
LONGEST_TITLE = 200
# Signs that are not seen but turn a name around or hide its ending.
_HIDDEN = {"Cc", "Cf", "Co", "Cs", "Cn"}


@dataclass(frozen=True)
class Incoming:
    """One file that may be taken in. `fingerprint` is of what will be kept."""

    title: str
    file_type: FileType
    size: int
    fingerprint: str
    file: BinaryIO

    def pieces(self) -> Iterator[bytes]:
        """The content from the beginning, half a megabyte at a time."""
        self.file.seek(0)
        while piece := self.file.read(PIECE):
            yield piece


def judge(upload: UploadedFile) -> Incoming:
    """What was sent, when it may be taken in; Refused otherwise. Pictures lose their metadata here."""
    limit = settings.DOCUMENT_MAX_BYTES
    if (upload.size or 0) > limit:
        raise too_large(limit)
    file = cast(BinaryIO, upload.file)
    file_type = type_of(file)
    if file_type in (FileType.JPEG, FileType.PNG):
        file.seek(0)
        file = BytesIO(cleaned(file.read(), file_type))
    digest, size = hashlib.sha256(), 0
    file.seek(0)
    while piece := file.read(PIECE):
        digest.update(piece)
        size += len(piece)
    return Incoming(title_of(upload.name or ""), file_type, size, digest.hexdigest(), file)


def title_of(name: str) -> str:
    """The name of a file as a title: without folders, ending and hidden signs; `_` reads as a space."""
    plain = "".join(c for c in unicodedata.normalize("NFC", name) if unicodedata.category(c) not in _HIDDEN)
    stem = PurePosixPath(plain.replace("\\", "/")).stem
    return re.sub(r"[\s_]+", " ", stem).strip()[:LONGEST_TITLE] or "Document"
