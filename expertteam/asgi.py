"""Entry point of the web server: `uvicorn expertteam.asgi:application`."""

import gc
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "expertteam.settings.embedded")

django.setup(set_prefix=False)

# After Django is set up: these look at settings and templates.
from expertteam.access.body_limit import BodyLimit  # noqa: E402
from expertteam.access.handler import InThreads  # noqa: E402
from expertteam.access.in_turn import InTurn  # noqa: E402
from expertteam.connections.kept import KEPT, kept  # noqa: E402

# Only a web process has so many short requests that keeping connections pays.
kept.most = KEPT

application = BodyLimit(InTurn(InThreads(), "/analyse/stroom/", at_once=16))

# All of Django stays until the end: looking for what can go need not pass by it every time, while everybody waits.
gc.collect()
gc.freeze()
