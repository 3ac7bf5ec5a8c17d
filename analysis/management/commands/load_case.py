"""`manage.py load_case FILE --team CODE`: load a whole case from a file and print its number."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand
from django.utils import timezone

from analysis.loading.document import Unreadable, parse, read_file, source_key
from analysis.loading.reading import read_case
from analysis.loading.sheet import Problem
from analysis.loading.writing import known_answers, load_case
from expertteam.access.command_line import NobodyActs, person_on_command_line


class Command(BaseCommand):
    """Standard output holds the case number and nothing else; everything that is wrong goes to standard error."""

    help = (
        "Laadt een casus uit een JSON-bestand en drukt het casusnummer af. Twee keer laden verandert niets."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="BESTAND", help="het casusbestand (JSON, UTF-8)")
        parser.add_argument(
            "--team", required=True, metavar="CODE", help="code van het team, bijvoorbeeld groningen"
        )
        parser.add_argument("--by", metavar="E-MAIL", help="wie dit doet; anders de eerste procesregisseur")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            by = person_on_command_line(options["team"], options["by"])
            document, doubles = parse(read_file(options["file"]))
        except (NobodyActs, Unreadable) as problem:
            self.refuse([str(problem)])
        reading = read_case(document, known_answers(), timezone.localdate())
        for note in reading.notes:
            self.stderr.write(f"Let op: {note}")
        problems: list[Problem] = [*doubles, *reading.problems]
        if reading.case is None or problems:
            self.refuse(
                [*map(str, problems), f"Er is niets bewaard: {len(problems)} keer klopt er iets niet."]
            )
        case = load_case(by=by, file=reading.case, source_key=source_key(document))
        self.stdout.write(case.number)

    def refuse(self, lines: list[str]) -> NoReturn:
        """Say what is wrong and stop with exit code 1."""
        for line in lines:
            self.stderr.write(line)
        raise SystemExit(1)
