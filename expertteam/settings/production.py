"""Real use: everything from the environment; refuses to start on an unsafe setting."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from expertteam.embedded.addresses import parse_database_url

from .base import *  # noqa: F403
from .base import BASE_DIR


def optional(name: str, default: str = "") -> str:
    """Value of an environment variable, or of the secret file that `NAME_FILE` points at; empty means the default."""
    path = os.environ.get(f"{name}_FILE")
    value = Path(path).read_text().strip() if path else os.environ.get(name, "")
    return value or default


def required(name: str) -> str:
    """Value of a variable that must be there; without it the application does not start."""
    value = optional(name)
    if not value:
        raise ImproperlyConfigured(f"{name} ontbreekt: zet deze variabele (zie docs/production.md).")
    return value


DEBUG = False
SECRET_KEY = required("SECRET_KEY")
if len(SECRET_KEY) < 50 or SECRET_KEY.startswith(("only-for-tests", "change-me", "django-insecure")):
    raise ImproperlyConfigured(
        "SECRET_KEY is te kort of een voorbeeldwaarde: maak een eigen sleutel van 50+ tekens."
    )
FINGERPRINT_KEY = optional("FINGERPRINT_KEY")
if FINGERPRINT_KEY and len(FINGERPRINT_KEY) < 50:
    raise ImproperlyConfigured(
        "FINGERPRINT_KEY is te kort: maak een eigen sleutel van 50+ tekens, of laat hem weg."
    )
if os.environ.get("DEBUG", "").lower() in {"1", "true", "yes"}:
    raise ImproperlyConfigured("DEBUG mag in productie niet aan staan.")

PUBLIC_URL = required("PUBLIC_URL")
if urlsplit(PUBLIC_URL).scheme != "https":
    raise ImproperlyConfigured("PUBLIC_URL moet met https:// beginnen: zonder TLS start de toepassing niet.")
ALLOWED_HOSTS = [str(urlsplit(PUBLIC_URL).hostname)]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL.rstrip("/")]

DATABASES = {"default": parse_database_url(required("DATABASE_URL"))}
CELERY_BROKER_URL = required("BROKER_URL")
EMBEDDED = False

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^gezond/$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# A browser takes a cookie with this name from this very host only, and never without TLS.
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken"
TRUSTED_PROXY_COUNT = int(optional("TRUSTED_PROXY_COUNT", "1"))

DOCUMENT_MAX_BYTES = int(optional("DOCUMENT_MAX_MB", "25")) * 1024 * 1024
CLAMD = optional("CLAMD")

STATIC_ROOT = BASE_DIR / "staticfiles"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = optional("EMAIL_HOST", "localhost")
EMAIL_PORT = int(optional("EMAIL_PORT", "587"))
EMAIL_HOST_USER = optional("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = optional("EMAIL_HOST_PASSWORD")
EMAIL_SECURITY = optional("EMAIL_SECURITY", "starttls").lower()
if EMAIL_SECURITY not in {"starttls", "tls"}:
    raise ImproperlyConfigured("EMAIL_SECURITY is starttls of tls: zonder versleuteling gaat er geen mail.")
EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL_SECURITY == "starttls", EMAIL_SECURITY == "tls"
DEFAULT_FROM_EMAIL = optional("DEFAULT_FROM_EMAIL", "noreply@" + ALLOWED_HOSTS[0])
