"""Who is at the door: the session of a person who logged in, how long it lasts, and what it may reach."""

from __future__ import annotations

import logging
import time
import uuid
from typing import Final

from django.conf import settings
from django.http import HttpRequest

from keukentafel.dossier.models import Gebruiker
from keukentafel.dossier.sessies import GEBRUIKER, ruim_op
from keukentafel.dossier.toegang import Persoon, persoon
from keukentafel.dossier.vastleggen import vandaag

# Which account, never a name: enough to reconstruct what happened, too little to know who it was.
log = logging.getLogger("keukentafel.beveiliging")

BEGIN: Final = "begin"
LAATST: Final = "laatst"
SOORT: Final = "soort"
TIK: Final = 60
"""Seconds between two writes of `laatst`: an idle time is that much rougher, a page costs no write."""


def meld_aan(verzoek: HttpRequest, gebruiker: Gebruiker, soort: str) -> None:
    """Start a session for this person, under a new key: what was in the old one is gone, and what was over as well."""
    ruim_op()
    verzoek.session.flush()
    nu = int(time.time())
    verzoek.session.update({GEBRUIKER: str(gebruiker.pk), BEGIN: nu, LAATST: nu, SOORT: soort})
    log.info("ingelogd als %s: %s", soort, gebruiker.pk)


def meld_af(verzoek: HttpRequest) -> None:
    """End the session, here and in the store."""
    log.info("uitgelogd: %s", verzoek.session.get(GEBRUIKER, "niemand"))
    verzoek.session.flush()


def wie(verzoek: HttpRequest) -> Persoon | None:
    """The person of this session with the mandates of today; None when nobody is, or the session has had its time."""
    nummer = verzoek.session.get(GEBRUIKER)
    if nummer is None:
        return None
    if _verlopen(verzoek):
        meld_af(verzoek)
        verzoek.sessie_verlopen = True  # type: ignore[attr-defined]
        return None
    gebruiker = Gebruiker.objects.filter(pk=uuid.UUID(nummer), is_active=True).first()
    if gebruiker is None:
        meld_af(verzoek)
        return None
    return persoon(gebruiker, vandaag())


def _verlopen(verzoek: HttpRequest) -> bool:
    nu, sessie = int(time.time()), verzoek.session
    stil, heel = settings.SESSIEDUUR[sessie.get(SOORT, "inwoner")]
    if nu - sessie.get(LAATST, 0) > stil or nu - sessie.get(BEGIN, 0) > heel:
        return True
    if nu - sessie[LAATST] >= TIK:
        sessie[LAATST] = nu
    return False


def persoon_van(verzoek: HttpRequest) -> Persoon | None:
    """Who the door found (deur.py); None for nobody, and on a public page."""
    gevonden: Persoon | None = getattr(verzoek, "persoon", None)
    return gevonden
