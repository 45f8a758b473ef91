"""Fields that are encrypted in the database (AES-256-GCM), and an index by which a value is found without reading it.

The key ring comes from the settings: `DOSSIER_SLEUTELS`, newest first; older ones still read. A value is bound to its
column, so that it cannot be moved to another one.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import unicodedata
from functools import lru_cache
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

_VERSIE = "1"


@lru_cache(maxsize=8)
def _sleutel(geheim: str) -> tuple[str, AESGCM]:
    """A key with its short name, out of a secret text of any length."""
    ruw = hashlib.sha256(b"keukentafel-veld:" + geheim.encode()).digest()
    return hashlib.sha256(ruw).hexdigest()[:8], AESGCM(ruw)


def versleutel(tekst: str, plek: str) -> str:
    """Encrypt with the newest key; `plek` (table.column) is part of the seal."""
    naam, geheim = _dicht(tekst.encode(), plek)
    return f"{_VERSIE}.{naam}.{base64.urlsafe_b64encode(geheim).decode()}"


def ontsleutel(waarde: str, plek: str) -> str:
    """Decrypt with the key that the value names. Raises ValueError when that key is not in the ring."""
    versie, naam, inhoud = waarde.split(".", 2)
    return _open(versie, naam, base64.urlsafe_b64decode(inhoud), plek).decode()


def versleutel_bytes(inhoud: bytes, plek: str) -> bytes:
    """As `versleutel`, for the content of a file."""
    naam, geheim = _dicht(inhoud, plek)
    return f"{_VERSIE}.{naam}.".encode() + geheim


def ontsleutel_bytes(waarde: bytes, plek: str) -> bytes:
    """As `ontsleutel`, for the content of a file."""
    versie, naam, geheim = waarde.split(b".", 2)
    return _open(versie.decode(), naam.decode(), geheim, plek)


def _dicht(inhoud: bytes, plek: str) -> tuple[str, bytes]:
    naam, sleutel = _sleutel(settings.DOSSIER_SLEUTELS[0])
    nonce = secrets.token_bytes(12)
    return naam, nonce + sleutel.encrypt(nonce, inhoud, plek.encode())


def _open(versie: str, naam: str, geheim: bytes, plek: str) -> bytes:
    for uit_ring in settings.DOSSIER_SLEUTELS:
        sleutelnaam, sleutel = _sleutel(uit_ring)
        if (versie, sleutelnaam) == (_VERSIE, naam):
            return sleutel.decrypt(geheim[:12], geheim[12:], plek.encode())
    raise ValueError("de sleutel voor dit veld staat niet in DOSSIER_SLEUTELS")


def blinde_index(waarde: str) -> str:
    """A keyed digest of a value (a BSN), equal for equal values and telling nothing else."""
    if not waarde:
        return ""
    sleutel = hashlib.sha256(b"keukentafel-index:" + settings.DOSSIER_INDEXSLEUTEL.encode()).digest()
    return hmac.new(sleutel, waarde.encode(), hashlib.sha256).hexdigest()


class VersleuteldeTekst(models.TextField):
    """Text that is encrypted at rest. Cannot be searched or ordered by."""

    def get_prep_value(self, value: Any) -> Any:
        return value if value in (None, "") else versleutel(str(value), self._plek())

    def from_db_value(self, value: Any, *_: Any) -> Any:
        return value if value in (None, "") else ontsleutel(value, self._plek())

    def _plek(self) -> str:
        return f"{self.model._meta.db_table}.{self.column}"


class VersleuteldeJson(VersleuteldeTekst):
    """Any JSON value, encrypted at rest."""

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(json.dumps(value, ensure_ascii=False))

    def from_db_value(self, value: Any, *rest: Any) -> Any:
        tekst = super().from_db_value(value, *rest)
        return json.loads(tekst) if tekst else None

    def to_python(self, value: Any) -> Any:
        return value


_ZONDER_STREEP = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th"})
"""Letters that no accent can be taken from, as they are typed without them."""


def naam_index(naam: str) -> str:
    """The digest of the last word of a name, without capitals, accents or strokes; empty for no name.

    Whole words only. A second digest of the first letters would tell, without the key, which people have names that
    look alike, and make a rare name easier to guess; that is too much for saving a worker a few letters.
    """
    kaal = unicodedata.normalize("NFKD", naam.casefold()).translate(_ZONDER_STREEP)
    woorden = "".join(c for c in kaal if c.isalnum() or c.isspace()).split()
    return blinde_index(f"naam:{woorden[-1]}") if woorden else ""


class Naamindex(models.CharField):  # type: ignore[type-arg]
    """The digest of the surname in `naam`, kept with it however the row is written."""

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """The digest of the name as it is now."""
        waarde = naam_index(str(getattr(model_instance, "naam", "") or ""))
        setattr(model_instance, self.attname, waarde)
        return waarde
