"""`manage.py monitor_figures 2024 --team groningen --json`."""

import json
import re
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from expertteam.accounts.models import Team
from monitor.figures import as_published, figures_of
from monitor.indicators import BY_KEY


class Command(BaseCommand):
    help = "Toont de cijfers van een jaar."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("year", metavar="JAAR")
        parser.add_argument("--team", required=True, help="code van het team, bijvoorbeeld groningen")
        parser.add_argument(
            "--json", action="store_true", help="als JSON, met de sleutels van de gepubliceerde set"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        team = Team.objects.filter(code=options["team"]).first()
        if team is None:
            raise CommandError(f"Er is geen team met de code ‘{options['team']}’.")
        if not re.fullmatch(r"20\d\d", options["year"]):
            raise CommandError(f"‘{options['year']}’ is geen jaar van deze eeuw, zoals 2024.")
        content = as_published(figures_of(team, int(options["year"]))[0])
        if options["json"]:
            self.stdout.write(json.dumps(content, ensure_ascii=False, indent=1))
        else:
            self.print_readable(content)

    def print_readable(self, content: dict[str, Any]) -> None:
        """Print each figure under its title."""
        self.stdout.write(f"Casussen: {content.pop('aantal') or 'geen in dit jaar'}")
        for key, answers in ((key, answers) for key, answers in content.items() if answers):
            self.stdout.write(f"\n{BY_KEY[key].title}")
            for label, count in answers.items():
                self.stdout.write(f"  {count:>5}  {label}")
