"""Installs with apt what the system must bring, where we may; otherwise says the line to run."""

import os
import shutil
import subprocess
from pathlib import Path

from .pdf_libraries import PACKAGES, install_line, missing_pdf_libraries
from .speech import complain, say

FALLBACK_FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
# Short waits: without a network the person should hear it within a minute, not after ten.
APT = [
    "apt-get",
    "-q",
    "-o",
    "Acquire::http::Timeout=20",
    "-o",
    "Acquire::Retries=1",
    "-o",
    "DPkg::Lock::Timeout=120",
]
TEST_PROGRAMS = {"chromium": "chromium", "pdftoppm": "poppler-utils"}


def install_missing(for_tests: bool) -> int:
    """Install what is missing. Exit code 0, or 1 when tests miss something (a run goes on without PDF)."""
    packages = _missing(for_tests)
    if not packages:
        return 0
    say(f"Systeempakketten ontbreken: {', '.join(packages)}.")
    rights = _rights()
    if rights is not None and _install(rights, packages) and not _missing(for_tests):
        return 0
    complain(f"Een beheerder installeert ze met deze regel:\n\n    {install_line(packages)}\n")
    if for_tests:
        return 1
    complain("Expertteam start wel; een pdf maken kan pas daarna.")
    return 0


def _missing(for_tests: bool) -> tuple[str, ...]:
    wanted: list[str] = []
    if missing_pdf_libraries() or (_rights() is not None and not FALLBACK_FONT.exists()):
        wanted += PACKAGES
    if for_tests:
        wanted += [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
    return tuple(wanted)


def _rights() -> list[str] | None:
    """Words to put before apt-get, or None when we may not install."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def _install(rights: list[str], packages: tuple[str, ...]) -> bool:
    """Whether apt could install them; its own messages are shown only when it failed."""
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run([*rights, *quiet, *APT, *step], capture_output=True, text=True, check=False)
        if done.returncode:
            complain(f"Installeren lukte niet:\n{done.stderr.strip()[-800:]}")
            return False
    return True
