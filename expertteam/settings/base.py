"""Settings shared by every way of running; where things live is decided by the three files beside this one."""

from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent.parent

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "csp",
    "crispy_forms",
    "crispy_bootstrap5",
    "simple_history",
    "allauth",
    "allauth.account",
    "django_htmx",
    "expertteam.accounts",
    "expertteam.access",
    "expertteam.audit",
    "expertteam.jobs",
    "expertteam.mail",
    "expertteam.embedded",
    "expertteam.ui",
    "cases",
    "analysis",
    "monitor",
]

MIDDLEWARE = [
    "expertteam.health.middleware.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "expertteam.health.middleware.DatabaseDownMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "expertteam.ui.middleware.OnlyForms",
    "expertteam.access.middleware.PersonMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "expertteam.urls"
ASGI_APPLICATION = "expertteam.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "expertteam.ui.context.page",
                "expertteam.manual.context.help_about",
            ],
            "builtins": ["expertteam.ui.templatetags.ui"],
        },
    }
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["expertteam.accounts.backend.Backend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "expertteam.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "expertteam.accounts.passwords.NotLikeYou", "OPTIONS": {"user_attributes": ("name", "email")}},
    {"NAME": "expertteam.accounts.passwords.NotOftenUsed"},
]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today"
ACCOUNT_ADAPTER = "expertteam.accounts.adapter.ClosedAccountAdapter"
ACCOUNT_FORMS = {"reset_password": "expertteam.accounts.forms.AskNewPassword"}  # nosec B105
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}

LANGUAGE_CODE = "nl"
# In which the frame of a page for a family can be read; each has a complete catalogue under locale/.
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
DATE_FORMAT = "j F Y"
LOCALE_PATHS = [BASE_DIR / "locale"]

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# Rate limits of the login form must hold over all processes and survive the broker: they live in the database.
# Beyond MAX_ENTRIES a third is thrown away, whatever it is: with Django's own 300 somebody could make it forget theirs.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "django_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

PASSWORD_RESET_TIMEOUT = 4 * 3600

# A message can hold a name: it stays on the server, and not in a cookie as Django would have it.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SESSION_ENGINE = "expertteam.accounts.sessions"
SESSION_COOKIE_AGE = 9 * 3600
SESSION_SAVE_EVERY_REQUEST = False
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False
CSRF_FAILURE_VIEW = "expertteam.ui.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "manifest-src": ["'self'"],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb", "fullscreen")
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
# How long a process believes what it read of the answers (cases/choices/queries.py).
CHOICES_KEPT_SECONDS = 60
# How often an open stream of the live board asks again whether its person may still see it.
LIVE_CHECK_SECONDS = 30.0
# Key of the fingerprints of who was here before (cases/retention/fingerprint.py); empty: none are made.
FINGERPRINT_KEY = ""
REGISTER_MAX_BYTES = 10 * 1024 * 1024

# Documents of a case. `CLAMD` is where the virus scanner listens: unix:/path or host:port; empty is no scanner.
DOCUMENT_MAX_BYTES = 25 * 1024 * 1024
DOCUMENTS_AT_ONCE = 10
CLAMD = ""
CLAMD_TIMEOUT = 20.0
# What a request may be at most: larger is refused before anything is kept of it (deploy/Caddyfile says the same).
BODY_MAX_BYTES = 12 * 1024 * 1024
DOCUMENTS_BODY_MAX_BYTES = 110 * 1024 * 1024
TRUSTED_PROXY_COUNT = 0

# Celery: a job is acknowledged when done, so a killed worker loses nothing; a job may run twice and must allow it.
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 15,
    "unacked_restore_interval": 1,
    "unacked_restore_throttle": 1,
}
CELERY_TASK_IGNORE_RESULT = True
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE = {
    "scan-waiting-documents": {"task": "cases.documents.tasks.scan_waiting_documents", "schedule": 60.0},
    "requeue-lost-jobs": {"task": "expertteam.jobs.tasks.requeue_lost_jobs", "schedule": 30.0},
    "do-daily-work": {"task": "expertteam.jobs.tasks.do_daily_work", "schedule": 300.0},
    "forget-sessions": {"task": "expertteam.accounts.tasks.forget_sessions", "schedule": 3600.0},
}

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEFAULT_FROM_EMAIL = "Expertteam <noreply@expertteam.invalid>"
# Shorter than the time a worker may be silent (expertteam.jobs.models.LEASE): nobody else takes the same mail.
EMAIL_TIMEOUT = 20

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "expertteam.audit.plain_logs.WithoutValues",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django.server": {"level": "WARNING"},
        # A refusal is no fault; it stands in the trace.
        "django.request": {"level": "ERROR"},
        # The server writes like the site, and keeps no list of requests: an address can be a key.
        "uvicorn": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "uvicorn.access": {"handlers": [], "propagate": False},
        "weasyprint": {"level": "ERROR"},
        "fontTools": {"level": "ERROR"},
        "pikepdf": {"level": "WARNING"},
    },
}
