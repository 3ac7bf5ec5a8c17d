"""`manage.py permissions > docs/permissions.md`."""

from typing import Any

from django.core.management.base import BaseCommand

from expertteam.access.document import permissions_document


class Command(BaseCommand):
    help = "Drukt af wie wat mag, als tabel."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(permissions_document(), ending="")
