"""`python -m expertteam.embedded run|stop|status|reset|system-packages`: what the Makefile calls."""

import sys
from collections.abc import Callable

from . import broker, database
from .launcher import run, stop_running
from .locks import Usage
from .place import place_of
from .reset import reset
from .session import stop_services, var_dir_from_environment
from .speech import EmbeddedError, complain, say
from .system_packages import install_missing


def _run() -> int:
    return run(var_dir_from_environment())


def _stop() -> int:
    """Stop what runs with this VAR_DIR; another command that is busy keeps its database."""
    place = place_of(var_dir_from_environment())
    stop_running(place)
    usage = Usage(place.var / "services.lock")
    try:
        if usage.alone():
            stop_services(place)
            say("Alles is gestopt.")
        else:
            say("Web en werker zijn gestopt; een ander commando gebruikt de database nog.")
    finally:
        usage.close()
    return 0


def _status() -> int:
    """Say what runs; exit code 0 when database and broker answer, else 1."""
    place = place_of(var_dir_from_environment())
    states = {"database": database.answers(place), "wachtrij": broker.answers(place)}
    for name, up in states.items():
        say(f"{name}: {'draait' if up else 'staat uit'}")
    return 0 if all(states.values()) else 1


def _reset() -> int:
    return reset(place_of(var_dir_from_environment()))


COMMANDS: dict[str, Callable[[], int]] = {
    "run": _run,
    "stop": _stop,
    "status": _status,
    "reset": _reset,
    "system-packages": lambda: install_missing(for_tests=False),
    "system-packages-for-tests": lambda: install_missing(for_tests=True),
}


def main(words: list[str]) -> int:
    """Run one command; the exit code is 0 when it went well."""
    if len(words) != 1 or words[0] not in COMMANDS:
        complain("Gebruik: python -m expertteam.embedded " + "|".join(COMMANDS))
        return 2
    try:
        return COMMANDS[words[0]]()
    except EmbeddedError as error:
        complain(f"\n{error}")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
