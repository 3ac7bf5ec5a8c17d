"""`manage.py import_register FILE --team CODE [--dry-run]`."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from expertteam.access.command_line import NobodyActs, history_of, person_on_command_line
from expertteam.accounts.models import Role
from monitor.register.actions import take_over
from monitor.register.comparing import Comparison, compare
from monitor.register.queries import read, waiting_lines
from monitor.register.reading import Reading


class Command(BaseCommand):
    help = "Neemt een register (.xlsx) over: alles of niets."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="BESTAND", type=Path)
        parser.add_argument("--team", required=True, help="code van het team, bijvoorbeeld groningen")
        parser.add_argument(
            "--dry-run", action="store_true", help="laat zien wat er zou gebeuren, schrijft niets"
        )
        parser.add_argument(
            "--overwrite",
            nargs="*",
            default=[],
            metavar="NUMMER",
            help="casussen die overschreven mogen worden",
        )
        parser.add_argument("--by", metavar="E-MAIL", help="namens wie; anders de coördinator van het team")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            by = person_on_command_line(options["team"], options["by"], roles=[Role.COORDINATOR])
            data = options["file"].read_bytes()
        except NobodyActs as refusal:
            raise CommandError(str(refusal)) from refusal
        except OSError as problem:
            raise CommandError(f"Het bestand is niet te lezen: {problem.strerror}.") from problem
        reading = read(data)
        if not reading.is_good:
            self.refuse(reading)
        comparison = compare(by.team, reading.rows)
        self.tell(reading, comparison, options["overwrite"])
        if options["dry_run"]:
            self.stdout.write("Proef: er is niets geschreven.")
            return
        with history_of(by):
            done = take_over(by=by, rows=reading.rows, overwrite=options["overwrite"])
        self.stdout.write(
            f"Overgenomen: {done.created} nieuw, {done.changed} overschreven, {done.same} al gelijk, "
            f"{done.kept} anders en ongewijzigd gelaten."
        )

    def refuse(self, reading: Reading) -> None:
        """Name everything that is wrong and stop with exit code 1."""
        for problem in reading.problems:
            self.stderr.write(problem.line)
        count = len(reading.problems)
        self.stderr.write(f"{count} {'fout' if count == 1 else 'fouten'}: er is niets overgenomen.")
        sys.exit(1)

    def tell(self, reading: Reading, comparison: Comparison, overwrite: list[str]) -> None:
        """What was understood: numbers, differences and remarks."""
        self.stdout.write(
            f"{len(reading.rows)} casussen op blad ‘{reading.sheet_name}’: {len(comparison.new)} nieuw, "
            f"{len(comparison.same)} al gelijk, {len(comparison.different)} anders."
        )
        for row, changes in comparison.different:
            plan = "wordt overschreven" if row.case_number in overwrite else "blijft zoals het is"
            self.stdout.write(f"Anders: {row.case_number} (rij {row.row}, {plan})")
            for change in changes:
                self.stdout.write(
                    f"  {change.column}: nu ‘{change.now}’, in het register ‘{change.register}’"
                )
        remarks = [*waiting_lines(comparison), *(warning.line for warning in reading.warnings)]
        different = {row.case_number for row, _ in comparison.different}
        if idle := sorted(set(overwrite) - different):
            verb = "is" if len(idle) == 1 else "zijn"
            remarks.append(
                f"{' en '.join(idle)} {verb} niet anders dan het register: daar is niets te overschrijven."
            )
        for line in remarks:
            self.stdout.write(f"Let op: {line}")
