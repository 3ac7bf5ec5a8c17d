"""`python -m expertteam.embedded run|stop|status|reset`: what the Makefile calls."""

import sys

from . import broker, database
from .place import place_of
from .session import stop_services, var_dir_from_environment
from .speech import say


def main() -> int:
    place = place_of(var_dir_from_environment())
    if sys.argv[1:] == ["stop"]:
        stop_services(place)
    if sys.argv[1:] == ["start"]:
        from .session import ensure_running
        ensure_running(place)
    say(f"database: {database.answers(place)} broker: {broker.answers(place)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
