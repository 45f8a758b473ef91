"""The public site as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class PortaalConfig(AppConfig):
    """Templates, static files and tags of the public site."""

    name = "keukentafel.portaal"
    label = "portaal"
