"""The door for a WSGI server: `gunicorn keukentafel.inrichting.wsgi:application`."""

from __future__ import annotations

import os

import django
from django.core.handlers.wsgi import WSGIHandler

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "keukentafel.inrichting.settings")


def maak() -> WSGIHandler:
    """The site as WSGI application, with its static files collected and compressed.

    Raises SystemExit with a plain message when cases would be kept without the secrets that protect them.
    """
    from django.conf import settings

    from keukentafel.inrichting.geheimen import wat_ontbreekt

    if settings.BEWAART and (redenen := wat_ontbreekt(os.environ)):
        raise SystemExit("\n".join(["De site start niet: er worden zaken bewaard.", *redenen]))
    django.setup(set_prefix=False)
    from keukentafel.inrichting.statisch import leg_klaar

    leg_klaar()
    return WSGIHandler()


application = maak()
