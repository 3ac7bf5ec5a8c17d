"""Our own small launcher of the embedded PostgreSQL: initdb, pg_ctl, a private socket, no network."""

import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg2  # type: ignore[import-untyped]

from .addresses import DATABASE_NAME, ROLE, SOCKET_PORT
from .binaries import postgres_program
from .place import Place, open_directory, private_directory, read_password
from .processes import belongs_to
from .speech import EmbeddedError

START_SECONDS = 30
RETRY_SECONDS = 0.3


def _options(place: Place) -> str:
    """Server options; the log never repeats statements or values, for these hold personal data."""
    settings = {
        "listen_addresses": "''",
        "unix_socket_directories": str(place.sockets),
        "unix_socket_permissions": "0700",
        "port": SOCKET_PORT,
        "log_min_error_statement": "panic",
        "log_error_verbosity": "terse",
        "jit": "off",
    }
    return " ".join(f"-c {name}={value}" for name, value in settings.items())


def _run(place: Place, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(postgres_program(place, program)), "-D", str(place.cluster), *arguments]
    return subprocess.run(
        command, cwd=place.state, capture_output=True, text=True, check=False, **place.account.run_as()
    )


def connect(place: Place, database: str) -> "psycopg2.extensions.connection":
    """Connection as owner of everything in the embedded server."""
    return psycopg2.connect(
        dbname=database,
        user=ROLE,
        host=str(place.sockets),
        port=SOCKET_PORT,
        passfile=str(place.passfile),
        connect_timeout=3,
    )


def answers(place: Place) -> bool:
    """Whether the embedded database runs and lets us in."""
    try:
        connect(place, "postgres").close()
    except psycopg2.OperationalError:
        return False
    return True


def start(place: Place) -> None:
    """Start the database, or take over the one that still runs; makes the cluster at the first start.

    Raises EmbeddedError with the end of the log when it does not come up.
    """
    if not answers(place):
        if not place.cluster.is_dir():
            _make_cluster(place)
        _start_server(place)
    _ensure_database(place)


def stop(place: Place) -> None:
    """Stop the database, breaking off open connections; nothing happens when it is down."""
    if place.cluster.is_dir() and _server_process(place):
        _run(place, "pg_ctl", "stop", "-w", "-m", "fast", "-t", "30")


def _make_cluster(place: Place) -> None:
    """Make the cluster under a draft name, so that a start that is cut off leaves no half cluster."""
    account, draft = place.account, place.cluster.with_name("cluster.new")
    with tempfile.TemporaryDirectory() as folder:
        account.give(Path(folder))
        password = Path(folder) / "password"
        password.write_text(read_password(place))
        account.give(password)
        shutil.rmtree(draft, ignore_errors=True)
        command = [
            str(postgres_program(place, "initdb")),
            "-D",
            str(draft),
            "-U",
            ROLE,
            f"--pwfile={password}",
        ]
        command += [
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--locale-provider=builtin",
        ]
        # Many rounds protect weak passwords; ours has 256 random bits, and rounds slow every request.
        command += ["--set", "scram_iterations=1"]
        made = subprocess.run(
            [*command, "--no-instructions"],
            cwd=place.state,
            capture_output=True,
            text=True,
            check=False,
            **account.run_as(),
        )
    if made.returncode:
        raise EmbeddedError(f"De database kon niet worden gemaakt:\n{made.stderr.strip()}")
    draft.rename(place.cluster)


def _start_server(place: Place) -> None:
    """Start, and go on trying: after a kill the old server may need seconds to let go of its data."""
    log = place.state / "postgres.log"
    deadline = time.monotonic() + START_SECONDS
    while True:
        _clear_stale_pid(place)
        tried = _run(place, "pg_ctl", "start", "-w", "-t", "20", "-l", str(log), "-o", _options(place))
        if answers(place):
            return
        if time.monotonic() > deadline:
            reason = tried.stderr.strip() or tried.stdout.strip()
            raise EmbeddedError(f"De database start niet ({reason}). Einde van {log}:\n{_tail(log)}")
        time.sleep(RETRY_SECONDS)


def _server_process(place: Place) -> int:
    """Process id of the running server of this cluster, 0 when there is none."""
    try:
        number = int((place.cluster / "postmaster.pid").read_text().splitlines()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return 0
    return number if belongs_to(number, str(place.cluster)) else 0


def _clear_stale_pid(place: Place) -> None:
    """Remove the pid file of a killed server: PostgreSQL refuses when another program has its number."""
    if not _server_process(place):
        (place.cluster / "postmaster.pid").unlink(missing_ok=True)


def _ensure_database(place: Place) -> None:
    connection = connect(place, "postgres")
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE_NAME])
            if cursor.fetchone() is None:
                cursor.execute(f"CREATE DATABASE {DATABASE_NAME}")
    finally:
        connection.close()


def prepare_directories(place: Place) -> None:
    """Make the directories of the services, each for their account only."""
    account = place.account
    if account.dropped:
        open_directory(place.programs)
    private_directory(place.state, account)
    private_directory(place.sockets, account)
    private_directory(place.broker, account)


def _tail(log: Path, lines: int = 8) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:]) if log.exists() else "(geen log)"
