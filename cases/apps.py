from importlib import import_module

from django.apps import AppConfig

# In this order they add their sources of history; tabs, sections and lists order themselves by place.
ROOMS = (
    "casefile",
    "intake",
    "people",
    "consent",
    "timeline",
    "outside",
    "steering",
    "process",
    "hours",
    "meetings",
    "plans",
    "followup",
    "documents",
    "search",
    "retention",
    "today",
)


class CasesConfig(AppConfig):
    name = "cases"

    def ready(self) -> None:
        from . import rules  # noqa: F401, PLC0415

        for room in ROOMS:
            import_module(f"cases.{room}.setup").setup()
