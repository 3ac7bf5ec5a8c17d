"""Whether a PDF can be opened, asked of a program of its own that may be ended: see `pdf_look.py`."""

import subprocess  # nosec B404: our own program, without a shell
import sys
from pathlib import Path
from typing import BinaryIO

from . import pdf_look
from .refusals import DAMAGED, PASSWORD

LONGEST = 60
_PROGRAM = [sys.executable, "-I", str(Path(pdf_look.__file__))]


def refuse_unless_it_opens(file: BinaryIO) -> None:
    """Refused for a PDF with a password, without pages, damaged, or that takes far too much to open."""
    file.seek(0)
    try:
        ended = subprocess.run(_PROGRAM, input=file.read(), capture_output=True, timeout=LONGEST, check=False)  # nosec B603
    except subprocess.TimeoutExpired as stuck:
        raise DAMAGED from stuck
    if ended.returncode == pdf_look.PASSWORD:
        raise PASSWORD
    if ended.returncode != pdf_look.PAGES:
        raise DAMAGED
