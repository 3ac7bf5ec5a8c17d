"""Embedded services, quick hashing, mail in memory."""

import os
from pathlib import Path

# A bare `pytest` never touches the data of a running `make run`.
os.environ.setdefault("VAR_DIR", str(Path(__file__).resolve().parents[2] / "var" / "test"))

from .embedded import *  # noqa: E402, F403

SECRET_KEY = "only-for-tests-" + "x" * 50
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
if smtp_port := os.environ.get("TEST_SMTP_PORT"):  # a worker of tests that sends for real, to tests/smtp.py
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = "127.0.0.1", int(smtp_port)
CHOICES_KEPT_SECONDS = 3600  # a test that counts queries does not depend on the minute
LIVE_CHECK_SECONDS = 1.0
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

# Without this every test client reads all static files before its first request: a third of the time of the tests.
WHITENOISE_AUTOREFRESH = True
