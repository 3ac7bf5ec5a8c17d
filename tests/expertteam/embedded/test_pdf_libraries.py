"""What is said when the system lacks what a PDF needs."""

import pytest

from expertteam.embedded import pdf_libraries
from expertteam.embedded.pdf_libraries import PACKAGES, install_line, missing_pdf_libraries


def test_the_missing_package_and_the_line_to_run_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    libraries = {"libc.so.6": "libc6", "libbestaat-niet.so.1": "libpango-1.0-0"}
    monkeypatch.setattr(pdf_libraries, "LIBRARIES", libraries)
    message = missing_pdf_libraries()
    assert message is not None
    assert "ontbreekt libpango-1.0-0." in message
    assert "libc6" not in message
    assert message.endswith(install_line())


def test_nothing_to_say_when_all_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_libraries, "LIBRARIES", {"libc.so.6": "libc6"})
    assert missing_pdf_libraries() is None


def test_one_line_installs_everything() -> None:
    line = install_line()
    assert line.endswith("apt-get install -y --no-install-recommends " + " ".join(PACKAGES))
    assert "\n" not in line
