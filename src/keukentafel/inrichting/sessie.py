"""Who is at the door: the session of a person who logged in, how long it lasts, and what it may reach."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.http import HttpRequest

from keukentafel.dossier import sessies, uitnodigingen
from keukentafel.dossier.gebeurtenissen import Gebeurtenis, meld
from keukentafel.dossier.models import Gebruiker
from keukentafel.dossier.sessies import BIJ_SID, BIJ_SUB, GEBRUIKER
from keukentafel.dossier.toegang import Persoon, actief
from keukentafel.dossier.vastleggen import vandaag

BEGIN: Final = "begin"
LAATST: Final = "laatst"
SOORT: Final = "soort"
BEWEZEN: Final = "bewezen"
"""When the person last showed the login service who they are (seconds since 1970)."""
VERS: Final = 10 * 60
"""Seconds for which that is recent enough to open a page that asks for it."""
VERS_VORM: Final = VERS + 30 * 60
"""The same for sending the form of such a page: nobody loses what they typed while the session stands."""
TIK: Final = 60
"""Seconds between two writes of `laatst`: an idle time is that much rougher, a page costs no write."""


@dataclass(frozen=True, slots=True)
class Bewijs:
    """What a login leaves in the session: when the person proved who they are, and the provider's digests (sessies)."""

    op: int
    sid: str = ""
    sub: str = ""


def meld_aan(verzoek: HttpRequest, gebruiker: Gebruiker, soort: str, bewijs: Bewijs | None = None) -> None:
    """Start a session for this person, under a new key: what was in the old one is gone, and what was over as well."""
    sessies.ruim_op()
    uitnodigingen.ruim_op()
    opnieuw = verzoek.session.get(GEBRUIKER) == str(gebruiker.pk)
    verzoek.session.flush()
    nu = int(time.time())
    bewijs = bewijs or Bewijs(nu)
    verzoek.session.update({
        GEBRUIKER: str(gebruiker.pk), BEGIN: nu, LAATST: nu, SOORT: soort, BEWEZEN: bewijs.op,
        BIJ_SID: bewijs.sid, BIJ_SUB: bewijs.sub,
    })  # fmt: skip
    meld(Gebeurtenis.OPNIEUW_BEWEZEN if opnieuw else Gebeurtenis.INGELOGD, rekening=gebruiker.pk, als=soort)


def meld_af(verzoek: HttpRequest, reden: str = "zelf") -> None:
    """End the session, here and in the store."""
    meld(Gebeurtenis.UITGELOGD, rekening=verzoek.session.get(GEBRUIKER, "niemand"), reden=reden)
    verzoek.session.flush()


def is_vers(verzoek: HttpRequest) -> bool:
    """Did this person just prove who they are? The demonstration knows no login service and does not ask."""
    grens = VERS if verzoek.method in ("GET", "HEAD") else VERS_VORM
    return settings.DEMO or time.time() - verzoek.session.get(BEWEZEN, 0) <= grens


def wie(verzoek: HttpRequest) -> Persoon | None:
    """The person of this session with the mandates of today; None when nobody is, or the session has had its time."""
    nummer = verzoek.session.get(GEBRUIKER)
    if nummer is None:
        return None
    if _verlopen(verzoek):
        meld_af(verzoek, "verlopen")
        verzoek.sessie_verlopen = True  # type: ignore[attr-defined]
        return None
    gevonden = actief(uuid.UUID(nummer), vandaag())
    if gevonden is None:
        meld_af(verzoek, "uitgezet")
    return gevonden


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
