"""The part of the start that needs Django: migrations, cache table, demo. Prints only the demo people."""

import sys

import django
from django.core.management import call_command, get_commands


def main() -> None:
    """Bring the database up to date; every step may be repeated and is quick when there is nothing to do."""
    django.setup()
    call_command("migrate", interactive=False, verbosity=0, stdout=sys.stderr)
    call_command("createcachetable", verbosity=0, stdout=sys.stderr)
    if "demo" in get_commands():
        call_command("demo", stdout=sys.stderr)
        call_command("demo", people=True, stdout=sys.stdout)


if __name__ == "__main__":
    main()
