"""The room as a Django app."""

from django.apps import AppConfig


class Werkplek(AppConfig):
    name = "keukentafel.werkplek"
    label = "werkplek"
    verbose_name = "Werkplek"
