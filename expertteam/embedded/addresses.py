"""Addresses of database and broker for the settings. Imports no Django, starts nothing."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from .place import place_of

DATABASE_NAME = "expertteam"
ROLE = "expertteam"
# Name of the socket in the socket directory, not a port on the network: nothing listens there.
SOCKET_PORT = "5432"


def _django_config(**values: Any) -> dict[str, Any]:
    """Django's database settings with what holds for every database of ours.

    Age 0: a request gives its connection back when it ends (expertteam/connections keeps it for the next).
    """
    return {
        "ENGINE": "expertteam.connections",
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        **values,
    }


def parse_database_url(url: str) -> dict[str, Any]:
    """Django settings of `postgres://user:password@host:port/name?option=value`.

    Parts may be percent-encoded; options go to libpq (`sslmode`, `host` for a socket directory, …).
    Raises ValueError, without repeating the password, when the address is not a usable one.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError("DATABASE_URL moet met postgresql:// beginnen.")
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise ValueError("DATABASE_URL noemt geen database: postgresql://gebruiker:wachtwoord@computer/naam")
    try:
        port = str(parts.port or "")
    except ValueError:
        raise ValueError("DATABASE_URL heeft een poort die geen getal is.") from None
    options = {"connect_timeout": "5", **dict(parse_qsl(parts.query))}
    host = options.pop("host", "") or unquote(parts.hostname or "")
    return _django_config(
        NAME=name,
        USER=unquote(parts.username or ""),
        PASSWORD=unquote(parts.password or ""),
        HOST=host,
        PORT=port,
        OPTIONS=options,
    )


def database_config(var_dir: Path) -> dict[str, Any]:
    """Settings of the database: DATABASE_URL when given, else the embedded one of this VAR_DIR."""
    url = os.environ.get("DATABASE_URL")
    if url:
        return parse_database_url(url)
    place = place_of(var_dir)
    return _django_config(
        NAME=DATABASE_NAME,
        USER=ROLE,
        HOST=str(place.sockets),
        PORT=SOCKET_PORT,
        OPTIONS={"passfile": str(place.passfile), "connect_timeout": "5"},
    )


def broker_url(var_dir: Path) -> str:
    """Address of the broker: BROKER_URL when given, else the socket of the embedded one."""
    return os.environ.get("BROKER_URL") or f"redis+socket://{place_of(var_dir).broker_socket}?virtual_host=0"
