"""The fields of `formulieren`: what one may type, what becomes of it, and a plain sentence when it does not fit.

`aard` tells the page how to draw a field: tekst, lang, kort, dag, keuze (one of a few), lijst (one of many), meer.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _

from keukentafel.dossier.woorden import Veldwoord, Woord, vast
from keukentafel.procedure.taal import MAANDEN

EERSTE_DAG: Final = date(2015, 1, 1)
LAATSTE_JAAR: Final = 2099
LANGSTE_TEKST: Final = 5000
WEINIG: Final = 7
GEEN: Final = "geen-van-deze"
_ENGELS: Final = [calendar.month_name[nr].lower() for nr in range(1, 13)]
_MAIL: Final = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
_TELEFOON: Final = re.compile(r"0\d{9}|(?:\+|00)\d{8,15}")
_POSTCODE: Final = re.compile(r"(\d{4})\s?([A-Za-z]{2})[\s,]+(\S.*)")
EERSTE_GEBOORTEJAAR: Final = 1900
_BEDRAG: Final = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d{1,6})(?:[.,](\d{2}|-))?")


class Veld(forms.Field):
    """What every field has beside Django's own."""

    aard = "tekst"
    aanvullen = "off"
    """What a browser may fill in by itself: for what one tells about oneself (WCAG 1.3.5)."""

    def __init__(self, woord: Veldwoord, *, required: bool = False, **meer: Any) -> None:
        super().__init__(required=required, label=woord.label, help_text=woord.hulp, **meer)  # type: ignore[arg-type]
        self.waarom = woord.waarom
        self.error_messages["required"] = _("Vul dit in: %(veld)s") % {"veld": str(woord.label)}


class Tekstveld(Veld):
    """Free text, on one line or in a box."""

    def __init__(self, woord: Veldwoord, *, required: bool = False, lengte: int = 200) -> None:
        super().__init__(woord, required=required)
        self.aard = "lang" if woord.lang else "tekst"
        self.lengte = LANGSTE_TEKST if woord.lang else lengte

    def to_python(self, waarde: Any) -> str:
        return str(waarde or "").strip().replace("\r\n", "\n")

    def validate(self, waarde: Any) -> None:
        super().validate(waarde)
        if len(waarde) > self.lengte:
            raise forms.ValidationError(
                _("Dit is te lang. Gebruik hoogstens %(aantal)s tekens.") % {"aantal": self.lengte}
            )
        if "\x00" in waarde:
            raise forms.ValidationError(_("Hier staan tekens in die geen leesbare tekst zijn. Haal die weg."))


class Emailveld(Tekstveld):
    """An e-mail address."""

    aanvullen = "email"

    def validate(self, waarde: Any) -> None:
        super().validate(waarde)
        if waarde and not _MAIL.fullmatch(waarde):
            raise forms.ValidationError(
                _("Dit e-mailadres klopt niet. Het hoort eruit te zien als naam@voorbeeld.nl, zonder spaties.")
            )


class Telefoonveld(Tekstveld):
    """A telephone number: ten digits, or one from abroad."""

    def validate(self, waarde: Any) -> None:
        super().validate(waarde)
        if waarde and not _TELEFOON.fullmatch(re.sub(r"[\s().-]", "", waarde)):
            raise forms.ValidationError(
                _("Dit telefoonnummer klopt niet. Een nummer heeft tien cijfers, bijvoorbeeld 06 12 34 56 78.")
            )


class Postcodeveld(Tekstveld):
    """Postcode and town on one line, kept as letters show them: 1234 AB Voorbeeldstad."""

    def clean(self, waarde: Any) -> str:
        tekst = str(super().clean(waarde))
        gevonden = _POSTCODE.fullmatch(tekst)
        if tekst and gevonden is None:
            raise forms.ValidationError(_("Vul postcode en plaats in, bijvoorbeeld 1234 AB Voorbeeldstad."))
        return f"{gevonden[1]} {gevonden[2].upper()} {gevonden[3]}" if gevonden else ""


class Getalveld(Veld):
    """A whole number between bounds."""

    aard = "kort"

    def __init__(self, woord: Veldwoord, minimum: int, maximum: int, *, required: bool = False) -> None:
        super().__init__(woord, required=required)
        self.minimum, self.maximum = minimum, maximum

    def to_python(self, waarde: Any) -> int | None:
        tekst = str(waarde or "").strip()
        if not tekst:
            return None
        if not tekst.isdecimal() or not self.minimum <= int(tekst) <= self.maximum:
            grens = {"van": self.minimum, "tot": self.maximum}
            raise forms.ValidationError(_("Vul een heel getal in van %(van)s tot en met %(tot)s.") % grens)
        return int(tekst)


class Bedragveld(Veld):
    """An amount in euro, typed the Dutch way, kept with two decimals."""

    aard = "kort"

    def to_python(self, waarde: Any) -> str:
        tekst = re.sub(r"[€\s\u00a0]", "", str(waarde or ""))
        if not tekst:
            return ""
        gevonden = _BEDRAG.fullmatch(tekst)
        if gevonden is None:
            raise forms.ValidationError(_("Vul een bedrag in euro in, bijvoorbeeld 1.442,00."))
        return f"{gevonden[1].replace('.', '')}.{(gevonden[2] or '00').replace('-', '00')}"


class Keuzeveld(Veld):
    """One of a closed list: round buttons, or a list when there are many."""

    def __init__(self, woord: Veldwoord, opties: Sequence[tuple[str, Woord]], *, required: bool = False) -> None:
        super().__init__(woord, required=required)
        self.aard = "keuze" if len(opties) <= WEINIG else "lijst"
        zegt_het_zelf = any(optie == "onbekend" for optie, _tekst in opties)
        leeg = [] if required or zegt_het_zelf else [("", vast("kies") if self.aard == "lijst" else vast("weet_niet"))]
        self.choices = [*opties, *leeg] if self.aard == "keuze" else [("", vast("kies")), *opties]

    def to_python(self, waarde: Any) -> str:
        tekst = str(waarde or "")
        if tekst and tekst not in {optie for optie, _tekst in self.choices}:
            raise forms.ValidationError(_("Kies een van de antwoorden die er staan."))
        return tekst


class Janeeveld(Keuzeveld):
    """Yes, no, or not known."""

    def __init__(self, woord: Veldwoord, *, required: bool = False) -> None:
        from keukentafel.dossier.woorden import keuzewoord

        super().__init__(woord, [(w, keuzewoord("", w)) for w in ("ja", "nee")], required=required)

    def prepare_value(self, waarde: Any) -> Any:
        return {True: "ja", False: "nee"}.get(waarde, waarde) if isinstance(waarde, bool) else waarde

    def clean(self, waarde: Any) -> Any:
        tekst = super().clean(waarde)
        return tekst == "ja" if tekst else None


class Meerveld(Veld):
    """Some of a closed list. `geen`: it can be said that none of them is so, which is not the same as leaving it."""

    aard = "meer"
    widget = forms.SelectMultiple

    def __init__(self, woord: Veldwoord, opties: Sequence[tuple[str, Any]], *, geen: bool, required: bool) -> None:
        super().__init__(woord, required=required)
        self.opties = list(opties)
        self.choices = [*self.opties, *([(GEEN, vast("geen_van_deze"))] if geen else [])]

    def clean(self, waarde: Any) -> list[str] | None:
        gekozen = [str(w) for w in waarde or ()]
        if self.required and not gekozen:
            raise forms.ValidationError(self.error_messages["required"])
        uit = [optie for optie, _tekst in self.opties if optie in gekozen]
        if set(gekozen) - {optie for optie, _tekst in self.choices}:
            raise forms.ValidationError(_("Kies een van de antwoorden die er staan."))
        if uit and GEEN in gekozen:
            raise forms.ValidationError(_("U kruiste iets aan, en ook ‘geen van deze’. Haal een van de twee weg."))
        return uit if gekozen else None

    def prepare_value(self, waarde: Any) -> list[str]:
        return [str(w) for w in waarde or ()] if waarde else []


class Dagvakken(forms.Widget):
    """Three boxes: day, month, year."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> tuple[str, str, str]:
        dag, maand, jaar = (str(data.get(f"{name}-{deel}", "")).strip() for deel in ("dag", "maand", "jaar"))
        return dag, maand, jaar

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}-dag" not in data

    def id_for_label(self, id_: str, index: Any = None) -> str:
        return f"{id_}-dag"


class Dagveld(Veld):
    """A day, typed in three boxes; the month as number or name. `tot`: the last day that is allowed."""

    aard = "dag"
    widget = Dagvakken

    def __init__(self, woord: Veldwoord, *, tot: date | None, required: bool = False) -> None:
        super().__init__(woord, required=required)
        self.tot = tot

    def prepare_value(self, waarde: Any) -> dict[str, str]:
        if isinstance(waarde, str) and waarde:
            waarde = date.fromisoformat(waarde[:10])
        if isinstance(waarde, date):
            waarde = (str(waarde.day), str(waarde.month), str(waarde.year))
        return dict(zip(("dag", "maand", "jaar"), waarde or ("", "", ""), strict=True))

    def clean(self, waarde: Any) -> date | None:
        if not any(waarde or ()):
            if self.required:
                raise forms.ValidationError(self.error_messages["required"])
            return None
        gevonden = lees_dag(*waarde)
        if gevonden < EERSTE_DAG:
            raise forms.ValidationError(_("Deze wet begon op 1 januari 2015. Vul een latere datum in."))
        if self.tot is not None and gevonden > self.tot:
            raise forms.ValidationError(_("Deze dag is nog niet geweest. Vul een dag in tot en met vandaag."))
        return gevonden


class Geboorteveld(Dagveld):
    """A day of birth, typed in three boxes, the year in four digits."""

    def clean(self, waarde: Any) -> date | None:
        if not any(waarde or ()):
            return None
        dag, maand, jaar = waarde
        gevonden = lees_dag(dag, maand, jaar, EERSTE_GEBOORTEJAAR)
        if self.tot is not None and gevonden > self.tot:
            raise forms.ValidationError(_("Deze dag is nog niet geweest. Vul een dag in tot en met vandaag."))
        return gevonden


def lees_dag(dag: str, maand: str, jaar: str, vanaf: int = 2000) -> date:
    """The day that was typed, in or after the year `vanaf`. Raises `ValidationError` with the first wrong part."""
    maandnr, jaarnr = _maand(maand), _jaar(jaar, vanaf)
    if not dag.isdecimal():
        raise forms.ValidationError(_("Vul bij de dag een getal in, bijvoorbeeld 9."))
    if maandnr is None:
        raise forms.ValidationError(_("Vul bij de maand een getal van 1 tot en met 12 in, of de naam van de maand."))
    if jaarnr is None:
        raise forms.ValidationError(_("Vul bij het jaar vier cijfers in, bijvoorbeeld 2026."))
    laatste = calendar.monthrange(jaarnr, maandnr)[1]
    if not 1 <= int(dag) <= laatste:
        delen = {"dag": int(dag), "laatste": laatste}
        raise forms.ValidationError(_("De dag %(dag)s bestaat niet: die maand heeft %(laatste)s dagen.") % delen)
    return date(jaarnr, maandnr, int(dag))


def _maand(tekst: str) -> int | None:
    if tekst.isdecimal():
        return int(tekst) if 1 <= int(tekst) <= 12 else None
    klein = tekst.lower().rstrip(".")
    if klein == "mrt":
        return 3
    for namen in (MAANDEN, _ENGELS):
        passend = [nr for nr, naam in enumerate(namen, 1) if len(klein) > 2 and naam.startswith(klein)]
        if len(passend) == 1:
            return passend[0]
    return None


def _jaar(tekst: str, vanaf: int) -> int | None:
    if not tekst.isdecimal() or len(tekst) not in ((2, 4) if vanaf == 2000 else (4,)):
        return None
    jaar = int(tekst) + (2000 if len(tekst) == 2 else 0)
    return jaar if vanaf <= jaar <= LAATSTE_JAAR else None


def veldfouten(formulier: forms.BaseForm) -> list[tuple[str, str]]:
    """Every error of a field with the id of that field, in the order of the page, for the summary on top."""
    return [(formulier[n].id_for_label or "", str(t)) for n in formulier.fields for t in formulier.errors.get(n, ())]
