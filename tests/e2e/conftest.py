"""The whole application as `make run` starts it: own database, broker, web and worker, with the demo in it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from monitor.demo.people import PASSWORD
from tests.places import own_var_dir
from tests.processes import free_port

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """Address of the running application; stopped with SIGTERM afterwards, which must end well."""
    with own_var_dir() as folder:
        yield from running(folder, free_port())


def running(var_dir: Path, port: int, settings: str = "expertteam.settings.embedded") -> Iterator[str]:
    """Start everything with its data in `var_dir`, and stop it again."""
    environment = {
        **os.environ,
        "VAR_DIR": str(var_dir),
        "PORT": str(port),
        "DJANGO_SETTINGS_MODULE": settings,
    }
    command = [sys.executable, "-m", "expertteam.embedded", "run"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line)
        if "staat klaar" in line:
            break
    else:
        pytest.fail("the application did not start:\n" + "".join(said))
    yield f"http://localhost:{port}"
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)
    assert process.returncode == 0


def log_in(tab: Page, site: str, email: str) -> None:
    """Log in as one of the demo people, and out first if needed."""
    tab.context.clear_cookies()
    tab.goto(f"{site}/inloggen/")
    tab.get_by_label("E-mailadres").fill(email)
    tab.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    tab.get_by_role("button", name="Inloggen").click()
    tab.wait_for_url(f"{site}/")
