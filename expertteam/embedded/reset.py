"""`make reset`: clears the data of one VAR_DIR after asking. Only what we made ourselves is removed."""

import shutil
import sys

from .launcher import stop_running
from .locks import Usage
from .place import Place
from .session import stop_services
from .speech import EmbeddedError, say

OWN_FILES = ("place.json", "database.pass", "secret_key", "children.json", "start.lock", "run.lock")
OWN_FOLDERS = ("static",)


def reset(place: Place) -> int:
    """Ask, stop what runs and remove the data; returns 0 when done and 1 when the person says no.

    Raises EmbeddedError when another command is using the data right now.
    """
    say(f"Dit wist alle gegevens in {place.var}: casussen, analyses, rapporten, accounts.")
    say("Typ ja om door te gaan: ")
    if sys.stdin.readline().strip().lower() != "ja":
        say("Er is niets gewist.")
        return 1
    stop_running(place)
    usage = Usage(place.var / "services.lock")
    try:
        if not usage.alone():
            raise EmbeddedError(
                "Een ander commando gebruikt de gegevens nog. Wacht tot het klaar is en probeer opnieuw."
            )
        clear(place)
    finally:
        usage.close()
    say("De gegevens zijn gewist. De volgende make run begint opnieuw.")
    return 0


def clear(place: Place) -> None:
    """Stop the services and remove their data, without asking."""
    stop_services(place)
    for folder in (place.state, place.sockets, place.programs, *(place.var / name for name in OWN_FOLDERS)):
        shutil.rmtree(folder, ignore_errors=True)
    if place.state.parent != place.var:
        shutil.rmtree(place.state.parent, ignore_errors=True)
    for name in OWN_FILES:
        (place.var / name).unlink(missing_ok=True)
    for schedule in place.var.glob("celerybeat-schedule*"):
        schedule.unlink()
