"""`make bench`: measures, and prints one JSON object a line. Works in a database of its own, which is gone afterwards.

Everything is a comparison within this one run, so that a slow computer says the same as a fast one.
"""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "expertteam.settings.test")


def main() -> int:
    django.setup()
    # After the set-up: these look at models and settings.
    from django.conf import settings  # noqa: PLC0415

    from expertteam.embedded.session import services  # noqa: PLC0415
    from tests.bench.place import own_database  # noqa: PLC0415
    from tests.bench.run import measure_all  # noqa: PLC0415
    from tests.bench.sizes import FULL  # noqa: PLC0415

    with services(settings.VAR_DIR, broker=False), own_database():
        for line in measure_all(FULL):
            print(line, flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
