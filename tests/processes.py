"""Real processes of the site on the database of this test run: a web process (live_web.py), a worker (worker.py)."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote, urlencode

from django.db import connection

ROOT = Path(__file__).resolve().parents[1]


def database_address() -> str:
    """Address of the database of this test run, for another process."""
    settings = connection.settings_dict
    login = quote(settings["USER"]) + (f":{quote(settings['PASSWORD'])}" if settings["PASSWORD"] else "")
    options = {**settings["OPTIONS"], "host": settings["HOST"]}
    plain = {name: value for name, value in options.items() if isinstance(value, str)}
    port = f":{settings['PORT']}" if settings["PORT"] else ""
    return f"postgresql://{login}@{port}/{quote(settings['NAME'])}?{urlencode(plain)}"


def free_port() -> int:
    """A port on which nobody listens now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


class Started:
    """A process with everything it started itself; it can be killed, and begun again."""

    process: subprocess.Popen[bytes]

    def begin(self, *words: str, **environment: str) -> None:
        """Start Python with these words, with the settings and the database of this run."""
        given = {"DJANGO_SETTINGS_MODULE": "expertteam.settings.test", "DATABASE_URL": database_address()}
        self.process = subprocess.Popen(
            [sys.executable, *words],
            cwd=ROOT,
            env={**os.environ, **given, **environment},
            start_new_session=True,
        )

    def kill(self) -> None:
        """As by a power cut: no time to finish or to tell anybody."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """Stop it as `make run` does; killed when it does not listen."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()
