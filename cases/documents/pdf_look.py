"""Looks whether a PDF can be opened: run as a program of its own (`pdf.py`), the file on its standard input.

A PDF of a few hundred kilobytes can unpack to gigabytes. Here that ends this small program and nothing else: it may use
so much memory and time, and no more. It knows nothing of the site and of Django.
"""

import resource
import sys
from io import BytesIO

PAGES, DAMAGED, PASSWORD = 0, 3, 4
MOST_MEMORY = 1024**3
MOST_SECONDS = 20
MOST_UNPACKED = 64 * 1024**2


def look(data: bytes) -> int:
    """PAGES, PASSWORD, or DAMAGED for anything else that cannot be opened."""
    import pikepdf  # noqa: PLC0415 - after the limits of this program were set
    from pikepdf import settings  # noqa: PLC0415

    settings.set_qpdf_limits(flate_max_memory=MOST_UNPACKED, run_length_max_memory=MOST_UNPACKED)
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return PAGES if len(pdf.pages) else DAMAGED
    except pikepdf.PasswordError:
        return PASSWORD
    except (pikepdf.PdfError, RuntimeError, ValueError, MemoryError):
        return DAMAGED


def limit() -> None:
    """From here on this program cannot take more than its share."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    limit()
    sys.exit(look(sys.stdin.buffer.read()))
