"""Asks clamd whether a file is safe (its INSTREAM command, see the manual page clamd(8)). No setting: no scanner.

`CLAMD` is `unix:/path/to/socket` or `host:port`. clamd's `StreamMaxLength` must be at least DOCUMENT_MAX_BYTES; its
own standard is 100 MB.
"""

import logging
import socket
import struct
from collections.abc import Iterable

from django.conf import settings

logger = logging.getLogger(__name__)
PIECE = 64 * 1024
LONGEST_ANSWER = 4096


class ScannerAway(Exception):
    """There should be a scanner, but it does not answer, or not with yes or no."""


def is_configured() -> bool:
    """Whether files are scanned here."""
    return bool(settings.CLAMD)


def is_safe(pieces: Iterable[bytes]) -> bool:
    """True when clamd finds nothing, False when it finds something; ScannerAway when it does not say."""
    try:
        with connect(settings.CLAMD) as clamd:
            send(clamd, pieces)
            answer = receive(clamd)
    except OSError as away:
        logger.warning("clamd does not answer: %s", type(away).__name__)
        raise ScannerAway from away
    if answer.endswith(b": OK"):
        return True
    if answer.endswith(b" FOUND"):
        return False
    logger.warning("clamd gives no verdict")
    raise ScannerAway


def connect(address: str) -> socket.socket:
    """A connection to clamd; OSError when there is nobody."""
    if address.startswith("unix:"):
        clamd = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        clamd.settimeout(settings.CLAMD_TIMEOUT)
        try:
            clamd.connect(address.removeprefix("unix:"))
        except OSError:
            clamd.close()
            raise
        return clamd
    host, _, port = address.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=settings.CLAMD_TIMEOUT)


def send(clamd: socket.socket, pieces: Iterable[bytes]) -> None:
    """The file in pieces, each with its length before it; a length of nothing ends it."""
    clamd.sendall(b"zINSTREAM\0")
    for piece in pieces:
        for start in range(0, len(piece), PIECE):
            part = piece[start : start + PIECE]
            clamd.sendall(struct.pack(">I", len(part)) + part)
    clamd.sendall(struct.pack(">I", 0))


def receive(clamd: socket.socket) -> bytes:
    """The answer, up to its closing null."""
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
        got = clamd.recv(LONGEST_ANSWER)
        if not got:
            break
        answer += got
    return answer.rstrip(b"\0\n")
