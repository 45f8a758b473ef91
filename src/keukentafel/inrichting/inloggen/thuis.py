"""Where a person comes home: the first part of the site that one of their roles may be in."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from keukentafel.dossier.toegang import Persoon
from keukentafel.inrichting.delen import AANWEZIG


def thuis(persoon: Persoon) -> str:
    """The address of the part for this person; who has no role anywhere sees who they are here."""
    rollen = {mandaat.rol for mandaat in persoon.mandaten}
    deel = next((deel for deel in AANWEZIG if deel.rollen & rollen), None)
    return reverse("portaal:start") + deel.adres if deel else reverse("inloggen:wie")


def verder(verzoek: HttpRequest, gevraagd: str | None, persoon: Persoon) -> str:
    """The page that was asked for before the login, when it is one of ours; else home."""
    eigen = url_has_allowed_host_and_scheme(gevraagd, allowed_hosts=None, require_https=verzoek.is_secure())
    return gevraagd if gevraagd and eigen and gevraagd.startswith("/") else thuis(persoon)
