"""`manage.py demo`: people, registers and invented cases to try everything with. Twice is the same as once."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from expertteam.access.command_line import history_of, person_on_command_line
from expertteam.accounts.models import Role
from monitor.demo.cases import ensure_cases
from monitor.demo.documents import ensure_documents
from monitor.demo.people import PASSWORD, TEAMS, ensure_people, table
from monitor.demo.providers import ensure_matching, ensure_providers
from monitor.demo.registers import ensure_registers
from monitor.demo.year.loading import ensure_year


class Command(BaseCommand):
    help = "Vult de demo: mensen, registers en verzonnen casussen. Alles in de demo is verzonnen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--people", action="store_true", help="toont alleen wie er kan inloggen")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["people"]:
            self.print_people()
            return
        if not settings.EMBEDDED:
            raise CommandError("De demo hoort niet bij echt gebruik: er is niets gedaan.")
        with transaction.atomic():
            ensure_people()
            added = sum(self.fill(demo.code) for demo in TEAMS)
        self.stdout.write(f"Demo: {added} casussen erbij." if added else "Demo: alles staat er al.")

    def fill(self, team: str) -> int:
        """Registers (Groningen only), cases, documents, and providers with what was asked of them, of one team."""
        director = person_on_command_line(team, roles=[Role.PROCESS_DIRECTOR])
        coordinator = person_on_command_line(team, roles=[Role.COORDINATOR])
        added = 0
        if team == "groningen":
            with history_of(coordinator):
                added += ensure_registers(coordinator)
        with history_of(director):
            added += ensure_cases(director, timezone.localdate())
            added += ensure_year(director, timezone.localdate())
            ensure_documents(director, timezone.localdate())
        advisor = person_on_command_line(team, roles=[Role.CARE_ADVISOR])
        with history_of(advisor):
            ensure_providers(advisor, timezone.localdate())
            ensure_matching(advisor, timezone.localdate())
        return added

    def print_people(self) -> None:
        """Who can log in, in a table."""
        self.stdout.write(f"Inloggen kan met een van deze adressen; het wachtwoord is overal: {PASSWORD}\n")
        for team, role, email in table():
            self.stdout.write(f"  {team:<10}  {role:<22}  {email}")
