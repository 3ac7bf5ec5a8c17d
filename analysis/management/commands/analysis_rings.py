"""`manage.py analysis_rings NUMBER --team CODE [--json]`: the rings of the analysis of a case."""

import json
from argparse import ArgumentParser
from typing import Any, NoReturn

from django.core.management.base import BaseCommand

from analysis.board.graph import Graph
from analysis.board.models import Analysis
from analysis.board.queries import graph_of
from analysis.board.rings import RingSet, find_rings
from analysis.board.sentences import read_rings
from cases.casefile.models import Case
from expertteam.access.command_line import NobodyActs, person_on_command_line
from expertteam.audit.actions import record


class Command(BaseCommand):
    """With --json: `[{"elementen": [texts in order], "soort": "negatief|positief|gemengd|dempend"}]`."""

    requires_system_checks: list[str] = []
    help = "Drukt de kringen in de analyse van een casus af."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("number", metavar="NUMMER", help="casusnummer, bijvoorbeeld 2025-001")
        parser.add_argument(
            "--team", required=True, metavar="CODE", help="code van het team, bijvoorbeeld groningen"
        )
        parser.add_argument("--json", action="store_true", help="als JSON, voor een programma")
        parser.add_argument("--by", metavar="E-MAIL", help="wie dit doet; anders de eerste procesregisseur")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            by = person_on_command_line(options["team"], options["by"])
        except NobodyActs as problem:
            self.refuse(str(problem))
        case = Case.objects.filter(team=by.team, number=options["number"]).first()
        if case is None:
            self.refuse(f"Casus {options['number']} is er niet in {by.team}.")
        analysis = Analysis.objects.filter(case=case).first()
        rings = find_rings(graph_of(analysis) if analysis else Graph())
        record(by, "analysis.read", case_number=case.number)
        self.stdout.write(as_json(rings) if options["json"] else in_words(rings))
        if rings.more:
            self.stderr.write(f"Er zijn meer dan {len(rings.rings)} kringen; dit zijn de kortste.")

    def refuse(self, text: str) -> NoReturn:
        """Say what is wrong and stop with exit code 1."""
        self.stderr.write(text)
        raise SystemExit(1)


def as_json(rings: RingSet) -> str:
    """The rings for a program."""
    found = [
        {"elementen": [node.text for node in ring.nodes], "soort": ring.kind.value} for ring in rings.rings
    ]
    return json.dumps(found, ensure_ascii=False, indent=1)


def in_words(rings: RingSet) -> str:
    """The rings for a reader."""
    texts = [
        f"{text.number}. {text.title} ({text.kind.value})\n   {text.sentence}" for text in read_rings(rings)
    ]
    return "\n\n".join(texts) or "Er zijn nog geen kringen."
