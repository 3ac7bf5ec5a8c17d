#!/usr/bin/env python
"""Django's command line; starts the embedded database for the length of the command when it is down."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "expertteam.settings.embedded")
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    from expertteam.embedded.session import command_services  # noqa: PLC0415

    with command_services(sys.argv):
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
