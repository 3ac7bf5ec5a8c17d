"""Table of contents: the models of the rooms of this app."""

from .register.models import RegisterImport
from .yearbook.models import YearFile

__all__ = ["RegisterImport", "YearFile"]
