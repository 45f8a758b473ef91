"""Settings of the site. Everything that differs from place to place comes out of the environment (KEUKENTAFEL_*).

Nothing about a visitor of the public side is kept: no session, no query, no cookie but a reading choice. Sessions and
the database are there for what lies behind the login.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from keukentafel.inrichting import delen, geheimen
from keukentafel.inrichting.databank import databank
from keukentafel.inrichting.inloggen.aanbieders import aanbieders

PAKKET = Path(__file__).resolve().parents[1]
PORTAAL = PAKKET / "portaal"


def _lijst(naam: str, anders: str = "") -> list[str]:
    return [deel.strip() for deel in os.environ.get(naam, anders).split(",") if deel.strip()]


def _aan(naam: str) -> bool:
    return os.environ.get(naam, "").lower() in {"1", "ja", "true", "aan"}


# Only true in the process of `keukentafel demo`, which sets it itself: no environment can turn it on.
DEMO = False
# Without these an installation that keeps cases does not start (wsgi.py); until then keys that live with the process.
SECRET_KEY = os.environ.get(geheimen.GEHEIM) or secrets.token_urlsafe(48)
DOSSIER_SLEUTELS = _lijst(geheimen.SLEUTELS) or [secrets.token_urlsafe(48)]
DOSSIER_INDEXSLEUTEL = os.environ.get(geheimen.INDEXSLEUTEL) or secrets.token_urlsafe(48)
DEBUG = False
ALLOWED_HOSTS = _lijst("KEUKENTAFEL_HOSTS", "127.0.0.1,localhost,[::1]")
ROOT_URLCONF = "keukentafel.inrichting.urls"
WSGI_APPLICATION = "keukentafel.inrichting.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- What is kept, and where: documents and the SQLite file in one folder, or cases in PostgreSQL.
MAP = os.environ.get("KEUKENTAFEL_MAP", "")
DATABASE = os.environ.get("KEUKENTAFEL_DATABASE", "")
BEWAART = bool(MAP or DATABASE)
# clamd://host:port or clamd:///path/of/socket. Without it documents wait until one is there.
VIRUSSCANNER = os.environ.get("KEUKENTAFEL_VIRUSSCANNER", "")
VIRUSSCANNER_UIT = "keukentafel.koppelingen.virusscan.van_instelling"
DATABASES = {"default": databank(DATABASE, MAP)}
AUTH_USER_MODEL = "dossier.Gebruiker"

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "keukentafel.dossier",
    "keukentafel.portaal",
    *delen.APPS,
]
MIDDLEWARE = [
    "keukentafel.inrichting.middleware.toegangslog",
    "django.middleware.security.SecurityMiddleware",
    "keukentafel.inrichting.middleware.kopregels",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "keukentafel.inrichting.middleware.Poort",
    "keukentafel.inrichting.deur.Deur",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "keukentafel.portaal.kader.context.kader",
            ],
            "loaders": [
                ("django.template.loaders.cached.Loader", ["django.template.loaders.app_directories.Loader"]),
            ],
            "builtins": [
                "django.templatetags.static",
                "django.templatetags.i18n",
                "keukentafel.portaal.templatetags.keukentafel",
                "keukentafel.portaal.templatetags.vlot",
            ],
        },
    }
]

# --- Languages: Dutch at /, English at /en/. Every part of the site keeps its own translations.
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
DELEN = ["kader", "uitleg", "watnu", "check", "voorbereiden", "brief", "mijn"]
LOCALE_PATHS = [
    *(PORTAAL / deel / "locale" for deel in DELEN),
    PAKKET / "inrichting" / "locale",
    PAKKET / "brieven" / "locale",
    PAKKET / "brieven" / "gemeente" / "locale",
    PAKKET / "werkplek" / "locale",
    PAKKET / "werkplek" / "beheer" / "locale",
]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

# --- Static files: served by the program itself, compressed and with a hashed name once they are collected.
STATIC_URL = "/statisch/"
STATIC_ROOT = os.environ.get("KEUKENTAFEL_STATISCH") or None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "keukentafel.inrichting.statisch.Statisch"},
}
WHITENOISE_USE_FINDERS = STATIC_ROOT is None
WHITENOISE_MAX_AGE = 3600
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# --- Bounds on what a visitor sends: the file of a case is a few kB. The memory handler alone: nothing meets the disk.
GROOTSTE_INZENDING = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = GROOTSTE_INZENDING
# Behind the login documents come in as well.
GROOTSTE_DOCUMENT = 10 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = GROOTSTE_DOCUMENT + 1
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 2
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

# Requests a minute that one token may make (of each process).
API_PER_MINUUT = int(os.environ.get("KEUKENTAFEL_API_PER_MINUUT", "1200"))
# What one person may do in a minute behind the login (of each process): send a form, fetch a file. 0: no limit.
SCHRIJVEN_PER_MINUUT = int(os.environ.get("KEUKENTAFEL_SCHRIJVEN_PER_MINUUT", "120"))
OPHALEN_PER_MINUUT = int(os.environ.get("KEUKENTAFEL_OPHALEN_PER_MINUUT", "60"))
# Logins that one address may begin in ten minutes: an office has many people behind one address.
INLOGGEN_PER_ADRES = int(os.environ.get("KEUKENTAFEL_INLOGGEN_PER_ADRES", "600"))

# --- Security
HTTPS = _aan("KEUKENTAFEL_HTTPS")
# How many of our own proxies stand before us: only then is X-Forwarded-For believed, and only that far back.
PROXIES = int(os.environ.get("KEUKENTAFEL_PROXIES", "0"))
if PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = HTTPS
# A program that calls without https is refused (middleware.py), not quietly sent on.
SECURE_REDIRECT_EXEMPT = [r"^gezond/$", r"^api/"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "object-src": ["'none'"],
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

# --- Sessions and CSRF: only behind the login (deur.py). One cookie, which says nothing and ends with the browser.
SESSION_ENGINE = "keukentafel.dossier.sessies"
SESSION_COOKIE_NAME = "__Host-keukentafel" if HTTPS else "keukentafel"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 12 * 3600
CSRF_USE_SESSIONS = True
# The OpenID providers that people log in with: none, unless they are set up.
AANBIEDERS = aanbieders(os.environ)
CSRF_FAILURE_VIEW = "keukentafel.inrichting.deur.formulier_verlopen"
# Seconds of silence, and seconds in all, after which one logs in again: who logs in as resident, as worker.
SESSIEDUUR = {"inwoner": (15 * 60, 2 * 3600), "medewerker": (30 * 60, 10 * 3600)}

# --- What goes out (koppelingen/berichten): the mail server; the folder for paper and for marks of what was sent.
MAIL = os.environ.get("KEUKENTAFEL_MAIL", "")
UITGAAND = os.environ.get("KEUKENTAFEL_UITGAAND") or (str(Path(MAP) / "uitgaand") if MAP else "")

# --- The look of the place: own name, logo and tokens (docs/thema.md).
NAAM = os.environ.get("KEUKENTAFEL_NAAM", "Keukentafel")
LOGO = os.environ.get("KEUKENTAFEL_LOGO", "")
THEMA = os.environ.get("KEUKENTAFEL_THEMA", "")
CONTACT = os.environ.get("KEUKENTAFEL_CONTACT", "")
GEMEENTEN = os.environ.get("KEUKENTAFEL_GEMEENTEN", "")

# --- Logging: method, route, status and time. No address, no query, no body, no text of an exception.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"sober": {"()": "keukentafel.inrichting.logboek.Sober"}},
    "handlers": {"uit": {"class": "logging.StreamHandler", "formatter": "sober"}},
    "loggers": {
        "django": {"handlers": ["uit"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": [], "level": "CRITICAL", "propagate": False},
        "keukentafel": {"handlers": ["uit"], "level": os.environ.get("KEUKENTAFEL_LOG", "INFO"), "propagate": False},
    },
}
SILENCED_SYSTEM_CHECKS: list[str] = []
