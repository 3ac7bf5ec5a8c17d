"""Pictures, without what a telephone writes in them: where a photo was taken can be where somebody lives.

Kept are the picture itself, its colours, and which side is up. Anything behind the end of the picture is left out.
"""

import re
import struct
import zlib
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from .models import FileType
from .refusals import DAMAGED, TOO_MANY_PIXELS

JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
MOST_PIXELS = 100_000_000
ORIENTATION = 0x0112
KEPT_CHUNKS = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs", b"bKGD",
    b"cICP", b"acTL", b"fcTL", b"fdAT",
}  # fmt: skip
# The coded picture runs on until a marker that is no stuffing and no restart.
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
SCAN, END = 0xDA, 0xD9


def is_picture(head: bytes) -> FileType | None:
    """JPEG or PNG by the first bytes, else None."""
    return FileType.JPEG if head.startswith(JPEG) else FileType.PNG if head.startswith(PNG) else None


def cleaned(data: bytes, file_type: FileType) -> bytes:
    """The picture without its metadata; Refused when it is damaged or far too large to look at."""
    try:
        with Image.open(BytesIO(data), formats=["JPEG", "PNG"]) as picture:
            width, height = picture.size
            side_up = picture.getexif().get(ORIENTATION, 1) if file_type == FileType.JPEG else 1
    except Image.DecompressionBombError as large:
        raise TOO_MANY_PIXELS from large
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error) as broken:
        raise DAMAGED from broken
    if width * height > MOST_PIXELS:
        raise TOO_MANY_PIXELS
    try:
        return clean_jpeg(data, side_up) if file_type == FileType.JPEG else clean_png(data)
    except (IndexError, struct.error) as broken:
        raise DAMAGED from broken


def clean_jpeg(data: bytes, side_up: object) -> bytes:
    """Copy the segments one by one, without those that describe."""
    parts, place = [data[:2]], 2
    if side_up in range(2, 9):
        parts.append(only_orientation(int(str(side_up))))
    while data[place] == 0xFF:
        if data[place + 1] == 0xFF:
            place += 1
            continue
        if data[place + 1] == END:
            return b"".join([*parts, data[place : place + 2]])
        end = place + 2 + struct.unpack_from(">H", data, place + 2)[0]
        if keeps(data[place + 1], data[place + 4 : end]):
            parts.append(data[place:end])
        if data[place + 1] == SCAN:
            found = _NEXT_MARKER.search(data, end)
            if found is None:
                raise DAMAGED
            parts.append(data[end : found.start()])
            end = found.start()
        place = end
    raise DAMAGED


def keeps(marker: int, content: bytes) -> bool:
    """Of the application segments and comments only size, colours and the kind of colours stay."""
    if marker == 0xFE:
        return False
    if not 0xE0 <= marker <= 0xEF:
        return True
    return content.startswith((b"JFIF\x00", b"ICC_PROFILE\x00", b"Adobe"))


def only_orientation(side_up: int) -> bytes:
    """An Exif segment that says which side is up and nothing else."""
    tag = struct.pack(">HHIHH", ORIENTATION, 3, 1, side_up, 0)
    content = b"Exif\x00\x00MM\x00*" + struct.pack(">IH", 8, 1) + tag + struct.pack(">I", 0)
    return b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content


def clean_png(data: bytes) -> bytes:
    """Copy the chunks that draw, until the last one."""
    parts, place = [PNG], len(PNG)
    while place < len(data):
        (length,) = struct.unpack_from(">I", data, place)
        name, end = data[place + 4 : place + 8], place + 12 + length
        (check,) = struct.unpack_from(">I", data, end - 4)
        if zlib.crc32(data[place + 4 : end - 4]) != check:
            raise DAMAGED
        if name in KEPT_CHUNKS:
            parts.append(data[place:end])
        if name == b"IEND":
            return b"".join(parts)
        place = end
    raise DAMAGED
