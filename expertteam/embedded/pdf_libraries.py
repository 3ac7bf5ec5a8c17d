"""The system libraries that making a PDF needs; pages work without them."""

import ctypes
import shutil

LIBRARIES = {
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz.so.0": "libharfbuzz0b",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
    "libfontconfig.so.1": "libfontconfig1",
}
# One line for the person: these pull in the rest. DejaVu fills in signs that our own fonts lack.
PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fontconfig", "fonts-dejavu-core")


def install_line(packages: tuple[str, ...] = PACKAGES) -> str:
    """The one line that a person with the right to do so can run."""
    prefix = "sudo " if shutil.which("sudo") else ""
    return f"{prefix}apt-get install -y --no-install-recommends {' '.join(packages)}"


def missing_pdf_libraries() -> str | None:
    """None when a PDF can be made; else a Dutch message with what is missing and the line to run."""
    absent = [package for library, package in LIBRARIES.items() if not _can_load(library)]
    if not absent:
        return None
    return (
        f"Een pdf maken kan nog niet: op deze computer ontbreekt {', '.join(absent)}. "
        f"De beheerder installeert het met: {install_line()}"
    )


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
