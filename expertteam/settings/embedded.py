"""Default: the embedded database and broker under VAR_DIR, or DATABASE_URL and BROKER_URL when given."""

import os
import secrets
import socket
from pathlib import Path

from expertteam.embedded.addresses import broker_url, database_config

from .base import *  # noqa: F403
from .base import BASE_DIR

VAR_DIR = Path(os.environ.get("VAR_DIR") or BASE_DIR / "var").resolve()


def _own_key(name: str) -> str:
    """Key of this machine, made at the first start and readable by its owner only."""
    path = VAR_DIR / name
    if not path.exists():
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as out:
            out.write(secrets.token_urlsafe(60))
    return path.read_text()


def allowed_hosts() -> list[str]:
    """Names of this computer as long as only this computer can reach us: a strange name then is an attack.

    ALLOWED_HOSTS says it itself; with HOST set to another address any name may lead here.
    """
    if given := os.environ.get("ALLOWED_HOSTS"):
        return given.split(",")
    local = ["127.0.0.1", "localhost", "[::1]", "::1"]
    if os.environ.get("HOST", "") in ("", *local):
        return [*local, ".localhost", socket.gethostname().lower()]
    return ["*"]


DEBUG = False
SECRET_KEY = os.environ.get("SECRET_KEY") or _own_key("secret_key")
ALLOWED_HOSTS = allowed_hosts()
DATABASES = {"default": database_config(VAR_DIR)}
CELERY_BROKER_URL = broker_url(VAR_DIR)
EMBEDDED = True
CLAMD = os.environ.get("CLAMD", "")
FINGERPRINT_KEY = os.environ.get("FINGERPRINT_KEY") or _own_key("fingerprint_key")
# The address that links in mails begin with.
PUBLIC_URL = os.environ.get("PUBLIC_URL") or f"http://localhost:{os.environ.get('PORT') or 8000}"

# Pages are served by whitenoise straight from static/: no collectstatic between editing and seeing.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 300
STATIC_ROOT = VAR_DIR / "static"
