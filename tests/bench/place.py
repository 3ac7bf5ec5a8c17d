"""A database for measuring, made for it and removed with everything in it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

from expertteam.embedded import database
from expertteam.embedded.place import place_of

NAME = "expertteam_bench"


@contextmanager
def own_database() -> Iterator[None]:
    """Inside the block every query goes to a fresh database with all migrations."""
    before = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = NAME
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


def restart_database() -> None:
    """Stop the embedded database and start it again, as after an update; only when nobody else uses it."""
    place = place_of(settings.VAR_DIR)
    connection.close()
    database.stop(place)
    database.start(place)
