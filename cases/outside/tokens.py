"""Secrets of links: made at random, kept as hashes, compared in constant time."""

import hashlib
import hmac
import secrets

from django.contrib.auth.hashers import check_password, make_password

TOKEN_BYTES = 32
CODE_DIGITS = 6
# Without what looks alike on paper: 0 and o, 1 and l and i.
READABLE = "23456789abcdefghjkmnpqrstuvwxyz"
GROUPS, GROUP = 4, 4


def new_token() -> str:
    """256 random bits, fit for an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def new_readable_token() -> str:
    """79 random bits in four groups of four, to be typed over from a letter; only for links that ask a code as well."""
    groups = ("".join(secrets.choice(READABLE) for _ in range(GROUP)) for _ in range(GROUPS))
    return "-".join(groups)


def hash_of(token: str) -> str:
    """What is kept of a token. It is as random as a key, so a plain SHA-256 cannot be guessed back."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def is_token(token: str, kept: str | None) -> bool:
    """Whether this is the token of which the hash was kept."""
    return kept is not None and hmac.compare_digest(hash_of(token), kept)


def new_code() -> str:
    """Six figures, to be told by voice or letter."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"


def hash_of_code(code: str) -> str:
    """A code is short, so it is kept as slowly as a password."""
    return make_password(code)


def is_code(typed: str, kept: str) -> bool:
    """Whether this is the code, with or without spaces."""
    return check_password("".join(typed.split()), kept)
