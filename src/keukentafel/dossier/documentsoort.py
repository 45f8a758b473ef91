"""What a document is, by its content: a short list of kinds is let in, whatever the name says it is."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

import puremagic

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXTENSIES: Final[Mapping[str, tuple[str, ...]]] = {
    "application/pdf": (".pdf",),
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    DOCX: (".docx",),
    "text/plain": (".txt",),
}
"""Every kind that is let in, with its endings; the first is what a name without one gets."""
_WAT: Final[Mapping[str, str]] = {
    "application/pdf": "een pdf", "image/png": "een foto", "image/jpeg": "een foto", DOCX: "een Word-bestand",
    "text/plain": "platte tekst",
}  # fmt: skip
_TEKSTEN: Final = frozenset({"", "text/plain", "message/rfc822", "application/json"})
_STUURTEKENS: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_DOCX_DELEN: Final = frozenset({"[Content_Types].xml", "word/document.xml"})
_UITGEPAKT_HOOGSTENS: Final = 100 * 1024 * 1024
_LANGSTE_NAAM: Final = 120
_LANGSTE_VERWIJZING: Final = 64 * 1024
_ELDERS: Final = re.compile(rb"""target\s*=\s*["'](?:https?:|ftp:|\\\\|file:(?:////|//[^/]))""", re.IGNORECASE)


class Afgekeurd(ValueError):
    """A file that is not taken in; the message says why and what would be right, in plain Dutch."""


def soort_van(inhoud: bytes) -> str:
    """The media type of a file, out of its content. Raises `Afgekeurd`."""
    if not inhoud:
        raise Afgekeurd("Dit bestand is leeg. Kies een ander bestand.")
    try:
        herkend = puremagic.from_string(inhoud, mime=True)
    except puremagic.PureError:
        herkend = ""
    if herkend in _TEKSTEN and _is_tekst(inhoud):
        return "text/plain"
    if herkend == "application/pdf" and inhoud.startswith(b"%PDF-") and b"%%EOF" in inhoud[-2048:]:
        return herkend
    if herkend in ("image/png", "image/jpeg"):
        return str(herkend)
    if herkend == DOCX and _is_docx(inhoud):
        return DOCX
    raise Afgekeurd(
        "Dit soort bestand kunnen wij niet aannemen, of het bestand is stuk. "
        "Wel goed zijn: pdf, een foto (jpg of png), Word (docx) en platte tekst (txt)."
    )


def _is_tekst(inhoud: bytes) -> bool:
    try:
        return not _STUURTEKENS.search(inhoud.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return False


def _is_docx(inhoud: bytes) -> bool:
    """A Word document without macros, here or fetched from elsewhere, that does not swell when it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            delen = pakket.infolist()
            if any(
                _haalt_sjabloon(pakket, deel) for deel in delen if deel.filename.lower().endswith("settings.xml.rels")
            ):
                return False
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError, zlib.error):
        return False
    namen = {deel.filename for deel in delen}
    macros = any("vbaproject" in naam.lower() or naam.lower().endswith(".bin") for naam in namen)
    return namen >= _DOCX_DELEN and not macros and sum(deel.file_size for deel in delen) <= _UITGEPAKT_HOOGSTENS


def _haalt_sjabloon(pakket: zipfile.ZipFile, deel: zipfile.ZipInfo) -> bool:
    """Whether Word would fetch a template, with its macros, from an address elsewhere. Too long to read: yes.

    A template on the writer's own disk is common, and does nothing on another machine.
    """
    with pakket.open(deel) as lezer:
        verwijzingen = lezer.read(_LANGSTE_VERWIJZING)
    te_lang = len(verwijzingen) == _LANGSTE_VERWIJZING
    return te_lang or (b"attachedtemplate" in verwijzingen.lower() and bool(_ELDERS.search(verwijzingen)))


def keur_naam(naam: str, mediatype: str) -> None:
    """Raises `Afgekeurd` for a file that is called something else than it is. Two kinds of photo are no harm."""
    einde = "." + naam.rpartition(".")[2].lower()
    heet = next((soort for soort, eindes in EXTENSIES.items() if einde in eindes), mediatype)
    if heet != mediatype and not (heet.startswith("image/") and mediatype.startswith("image/")):
        raise Afgekeurd(
            f"Dit bestand heet {einde}, maar dat is het niet: het is {_WAT[mediatype]}. Kies het goede bestand, of"
            f" geef het een naam die eindigt op {EXTENSIES[mediatype][0]}."
        )


def nette_naam(naam: str, mediatype: str) -> str:
    """A name that is safe to show and to save: no folders, no hidden signs, and the ending of what it really is."""
    kaal = re.split(r"[/\\]", unicodedata.normalize("NFC", naam))[-1]
    kaal = "".join(teken for teken in kaal if unicodedata.category(teken)[0] != "C").strip(" .")
    eindes = EXTENSIES[mediatype]
    if not kaal.lower().endswith(eindes):
        kaal += eindes[0]
    stam, punt, einde = kaal.rpartition(".")
    return (stam.strip(" .")[: _LANGSTE_NAAM - len(einde) - 1] or "document") + punt + einde
