"""Entry point of the web server: `uvicorn expertteam.asgi:application`."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "expertteam.settings.embedded")

application = get_asgi_application()
