"""Small real files of every kind, and bad ones."""

import struct
import zipfile
import zlib
from io import BytesIO

import pikepdf
from PIL import Image

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
ODT = b"application/vnd.oasis.opendocument.text"


def pdf(password: str = "", text: str = "") -> bytes:
    made, out = pikepdf.new(), BytesIO()
    made.add_blank_page()
    made.docinfo["/Title"] = text or "Verslag"
    locked = pikepdf.Encryption(user=password, owner=password) if password else False
    made.save(out, encryption=locked, deterministic_id=not password)
    return out.getvalue()


def zipped(parts: dict[str, bytes], packed: bool = True) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def office(content_type: str = WORD, **more: bytes) -> bytes:
    said = f'<Types xmlns="x"><Override PartName="/a.xml" ContentType="{content_type}"/></Types>'
    return zipped({"[Content_Types].xml": said.encode(), "a.xml": b"<a/>", **more})


def odt(**more: bytes) -> bytes:
    return zipped(
        {"mimetype": ODT, "META-INF/manifest.xml": b"<m/>", "content.xml": b"<c/>", **more}, packed=False
    )


def bomb() -> bytes:
    return office(**{"b.xml": b"0" * 30_000_000})


def locked_zip() -> bytes:
    """A zip whose parts say that they have a password."""
    data = bytearray(office())
    for place in (data.find(b"PK\x03\x04") + 6, data.find(b"PK\x01\x02") + 8):
        data[place] |= 1
    return bytes(data)


def locked_office() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000) + "EncryptedPackage".encode("utf-16-le")


def photo(kind: str = "JPEG", side_up: int = 6) -> bytes:
    """A picture with a place, a comment and something behind its end."""
    picture, out = Image.new("RGB", (60, 40), "teal"), BytesIO()
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x010E] = side_up, "Telefoon van Anja", "thuis, Kerkstraat 1"
    exif.get_ifd(0x8825)[1] = "N"
    extra = {"comment": b"Kerkstraat 1"} if kind == "JPEG" else {}
    picture.save(out, kind, exif=exif, **extra)
    return out.getvalue() + b"achteraan: Kerkstraat 1"


def huge_png() -> bytes:
    """A few bytes that say they are a picture of 60.000 by 60.000."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )
