"""The room as a Django app."""

from django.apps import AppConfig


class Dossier(AppConfig):
    name = "keukentafel.dossier"
    label = "dossier"
    verbose_name = "Dossier"
