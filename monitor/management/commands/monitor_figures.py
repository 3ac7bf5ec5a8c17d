"""`manage.py monitor_figures 2024 --team groningen --json`."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from expertteam.accounts.models import Team
from monitor.figures import as_published, figures_of
from monitor.indicators import BY_KEY


class Command(BaseCommand):
    help = "Toont de cijfers van een jaar."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("year", type=int, metavar="JAAR")
        parser.add_argument("--team", required=True, help="code van het team, bijvoorbeeld groningen")
        parser.add_argument(
            "--json", action="store_true", help="als JSON, met de sleutels van de gepubliceerde set"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        team = Team.objects.filter(code=options["team"]).first()
        if team is None:
            raise CommandError(f"Er is geen team met de code ‘{options['team']}’.")
        if not 1900 < options["year"] < 9999:
            raise CommandError(f"{options['year']} is geen jaar.")
        content = as_published(figures_of(team, options["year"])[0])
        if options["json"]:
            self.stdout.write(json.dumps(content, ensure_ascii=False, indent=1))
        else:
            self.print_readable(content)

    def print_readable(self, content: dict[str, Any]) -> None:
        """Print each figure under its title."""
        self.stdout.write(f"Casussen: {content.pop('aantal')}")
        for key, answers in content.items():
            self.stdout.write(f"\n{BY_KEY[key].title}")
            for label, count in answers.items():
                self.stdout.write(f"  {count:>5}  {label}")
