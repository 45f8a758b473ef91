"""Documents of a case: checked by content, scanned for viruses, and kept encrypted outside the web root.

A scanner that does not answer costs nobody a document: it is kept, and nobody opens it until it has been scanned.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from keukentafel.dossier.documentsoort import Afgekeurd, keur_naam, nette_naam, soort_van
from keukentafel.dossier.inzage import open_voor
from keukentafel.dossier.models import Document
from keukentafel.dossier.rechten import Recht
from keukentafel.dossier.toegang import NietGevonden, Persoon
from keukentafel.dossier.versleuteld import ontsleutel_bytes, versleutel_bytes

__all__ = [
    "Afgekeurd",
    "NogNietGekeurd",
    "Scannerstoring",
    "Virusscanner",
    "keur_wachtende",
    "lees",
    "lijst",
    "voeg_toe",
]


class Scannerstoring(Exception):
    """The scanner gives no answer."""


class NogNietGekeurd(Exception):
    """The document is there, but has not been scanned yet."""


class Virusscanner(Protocol):
    """The port to a virus scanner."""

    def besmetting(self, inhoud: bytes) -> str | None:
        """The name of what was found, or None for a clean file. Raises `Scannerstoring`."""


def scanner() -> Virusscanner:
    """The scanner that this installation uses."""
    return import_string(settings.VIRUSSCANNER_UIT)()  # type: ignore[no-any-return]


def voeg_toe(
    wie: Persoon, zaak_id: Any, naam: str, inhoud: bytes, *, waarom: str, met: Virusscanner | None = None
) -> Document:
    """Keep a document with a case. Raises `NietGevonden`, or `Afgekeurd` with what would be right."""
    zaak, mandaat = open_voor(wie, zaak_id, wat="document toevoegen", waarom=waarom, recht=Recht.DOCUMENTEN)
    if len(inhoud) > settings.GROOTSTE_DOCUMENT:
        grens = settings.GROOTSTE_DOCUMENT // (1024 * 1024)
        raise Afgekeurd(f"Dit bestand is te groot. Een bestand mag hoogstens {grens} MB zijn.")
    mediatype = soort_van(inhoud)
    keur_naam(naam, mediatype)
    gekeurd = _keur(inhoud, met or scanner())
    zegel = hashlib.sha256(inhoud).hexdigest()
    _bewaar(_plek(zaak.gemeente_id, zegel), versleutel_bytes(inhoud, _binding(zaak.gemeente_id, zegel)))
    return Document.objects.create(
        zaak=zaak, naam=nette_naam(naam, mediatype), mediatype=mediatype, grootte=len(inhoud), sha256=zegel,
        door=wie.gebruiker, rol=mandaat.rol, toegevoegd_op=timezone.now(), gekeurd=gekeurd,
    )  # fmt: skip


def lijst(wie: Persoon, zaak_id: Any, *, waarom: str) -> list[Document]:
    """The documents of a case, oldest first. Raises `NietGevonden`."""
    zaak, _ = open_voor(wie, zaak_id, wat="lijst van documenten", waarom=waarom, recht=Recht.DOCUMENTEN)
    return list(zaak.documenten.order_by("toegevoegd_op", "id"))


def lees(wie: Persoon, zaak_id: Any, document_id: Any, *, waarom: str) -> tuple[Document, bytes]:
    """A document with its content. Raises `NietGevonden`, `NogNietGekeurd`."""
    zaak, _ = open_voor(wie, zaak_id, wat="document", waarom=waarom, recht=Recht.DOCUMENTEN)
    try:
        document = zaak.documenten.get(pk=document_id)
    except (Document.DoesNotExist, ValidationError, ValueError, TypeError):
        raise NietGevonden from None
    if not document.gekeurd:
        raise NogNietGekeurd("Dit bestand wordt nog gecontroleerd op virussen. Probeer het later opnieuw.")
    return document, _inhoud(document)


def keur_wachtende(met: Virusscanner | None = None) -> int:
    """Scan what was kept while the scanner gave no answer; how many are left. What is infected is removed."""
    wachtend = list(Document.objects.filter(gekeurd=False).select_related("zaak"))
    if not wachtend:
        return 0
    keurder = met or scanner()
    for document in wachtend:
        try:
            besmet = keurder.besmetting(_inhoud(document))
        except Scannerstoring:
            break
        except OSError:  # what cannot be read now holds up no other document
            continue
        if besmet is None:
            Document.objects.filter(pk=document.pk).update(gekeurd=True)
        else:
            _verwijder(document)
    return Document.objects.filter(gekeurd=False).count()


def _keur(inhoud: bytes, keurder: Virusscanner) -> bool:
    try:
        besmet = keurder.besmetting(inhoud)
    except Scannerstoring:
        return False
    if besmet is not None:
        raise Afgekeurd("In dit bestand zit een virus. Wij hebben het niet bewaard. Kies een ander bestand.")
    return True


def _inhoud(document: Document) -> bytes:
    gemeente = document.zaak.gemeente_id
    return ontsleutel_bytes(_plek(gemeente, document.sha256).read_bytes(), _binding(gemeente, document.sha256))


def _verwijder(document: Document) -> None:
    """Remove an infected document, and its content unless another document has the same."""
    plek = _plek(document.zaak.gemeente_id, document.sha256)
    with transaction.atomic():
        document.delete()
        zelfde = Document.objects.filter(sha256=document.sha256, zaak__gemeente_id=document.zaak.gemeente_id)
        if not zelfde.exists():
            plek.unlink(missing_ok=True)


def _binding(gemeente_id: int, zegel: str) -> str:
    return f"document:{gemeente_id}:{zegel}"


def _plek(gemeente_id: int, zegel: str) -> Path:
    if not settings.MAP:
        raise Afgekeurd(
            "Op deze site kunnen nog geen bestanden worden bewaard. Stuur het bestand op een andere manier."
        )
    return Path(settings.MAP) / "documenten" / str(gemeente_id) / zegel[:2] / zegel


def _bewaar(plek: Path, geheim: bytes) -> None:
    """Write whole or not at all: under another name first, on the disk before it gets its own."""
    plek.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    nummer, tijdelijk = tempfile.mkstemp(dir=plek.parent, prefix=".nieuw-")
    try:
        with os.fdopen(nummer, "wb") as bestand:
            bestand.write(geheim)
            bestand.flush()
            os.fsync(bestand.fileno())
        os.replace(tijdelijk, plek)
    except OSError:
        Path(tijdelijk).unlink(missing_ok=True)
        raise
