"""Table of contents: the models of the rooms of this app."""

from .kept.models import KeptCase
from .register.models import RegisterImport
from .yearbook.models import YearFile

__all__ = ["KeptCase", "RegisterImport", "YearFile"]
