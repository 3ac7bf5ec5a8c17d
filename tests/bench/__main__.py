"""`make bench`: measures, and prints one JSON object a line. Works in a database of its own, gone afterwards.

`python -m tests.bench live` measures only the live board.

Everything is a comparison within this one run, so that a slow computer says the same as a fast one.
"""

import os
import sys
from itertools import chain

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "expertteam.settings.test")


def main() -> int:
    django.setup()
    # After the set-up: these look at models and settings.
    from django.conf import settings  # noqa: PLC0415

    from expertteam.embedded.session import services  # noqa: PLC0415
    from tests.bench.place import own_database  # noqa: PLC0415
    from tests.bench.run import measure_all, measure_live  # noqa: PLC0415
    from tests.bench.sizes import FULL  # noqa: PLC0415

    with services(settings.VAR_DIR, broker=False), own_database():
        measured = measure_live(FULL) if "live" in sys.argv else chain(measure_all(FULL), measure_live(FULL))
        for line in measured:
            print(line, flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
