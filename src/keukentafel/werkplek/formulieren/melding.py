"""Forms around the melding: the confirmation, temporary support, and an invitation that is complete by construction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from keukentafel.dossier.afspraak import gewenst
from keukentafel.dossier.formuliervelden import Tekstveld
from keukentafel.dossier.woorden import Veldwoord, Woord, keuzewoord
from keukentafel.werkplek.formulieren.afspraak import TIJD, Afspraakformulier
from keukentafel.werkplek.uitgaand import wijze
from keukentafel.werkplek.werkformulier import Werkformulier

PLEKKEN = {
    "huisbezoek": "bij de inwoner thuis", "gemeentehuis": "op het gemeentehuis", "telefoon": "per telefoon",
    "video": "met een videogesprek",
}  # fmt: skip


class Bevestiging(Werkformulier):
    """The confirmation of receipt. That of a melding also tells of free support and the own plan (M1, M4, M5)."""

    def beginwaarden(self) -> dict[str, Any]:
        betreft = "melding" if self.inzage.beoordeling.fase.value != "rechtsbescherming" else "bezwaar"
        return {"wijze": wijze(self.inzage), "betreft": betreft}

    def feiten(self) -> list[dict[str, Any]]:
        feit = self.als_feit()
        if feit.get("betreft", "melding") != "melding":
            return [feit]
        zaak = self.inzage.beoordeling.zaak
        verteld = ("clientondersteuning_aangeboden", "persoonlijk_plan_aangeboden")
        return [feit, *({"soort": s, "datum": feit["datum"]} for s in verteld if not zaak.heeft(s))]


class TijdelijkeVoorziening(Werkformulier):
    """Temporary support in an emergency: which."""

    VERPLICHT: ClassVar[frozenset[str]] = frozenset({"voorziening"})


class Uitnodiging(Afspraakformulier):
    """The invitation: with whom, when and where; the letter holds all the other parts (a-g), so they are recorded."""

    DAG: ClassVar[str] = "gesprek_op"
    VELDEN: ClassVar[tuple[str, ...]] = ("wijze", "gesprek_op", "gesprekspartner", "toelichting")
    VERPLICHT: ClassVar[frozenset[str]] = frozenset({"gesprek_op", "gesprekspartner-naam"})
    NAAST: ClassVar[str] = "werkplek/naast/uitnodiging.html"

    def beginwaarden(self) -> dict[str, Any]:
        wie = {"naam": self.wie.gebruiker.naam, "organisatie": f"gemeente {self.inzage.zaak.gemeente.naam}"}
        return {"wijze": wijze(self.inzage), "gesprekspartner": wie | {"functie": "Wmo-consulent"}}

    def vul_aan(self) -> None:
        plaats = Veldwoord(Woord("Waar?", "Where?"), Woord("Bijvoorbeeld bij de inwoner thuis", "For example at home"))
        vorm = self.laatste("onderzoeksvorm_gekozen")
        plek = PLEKKEN.get(str(vorm.velden.get("vorm") if vorm else self._wens().get("plek", "")), "")
        for naam, woord, waarde in (("plaats", plaats, plek), ("tijd", TIJD, "")):
            self._plaats(naam, Tekstveld(woord, required=True), waarde, "")
            self.blokken_.insert(self._na("gesprek_op"), self.blokken_.pop())

    def _wens(self) -> dict[str, Any]:
        """Where and with whom the resident wants to talk."""
        rijen = self.inzage.beoordeling.zaak.van_een(("gesprek_aan_huis_gevraagd", "gespreksvorm_gevraagd"))
        return gewenst((feit.soort, feit.velden) for feit in rijen)

    def _na(self, pad: str) -> int:
        return next(nr for nr, (_kop, paden) in enumerate(self.blokken_, 1) if pad in paden)

    def te_vroeg(self) -> str:
        return _("Het gesprek moet na de uitnodiging zijn. Kies een latere dag.")

    def let_op(self) -> list[str]:
        """A talk inside the seven days for the plan shortens them (M5)."""
        zaak, gesprek = self.inzage.beoordeling.zaak, self.cleaned_data["gesprek_op"]
        einde = zaak.einde("persoonlijk_plan")
        klaar = zaak.heeft("persoonlijk_plan_ontvangen") or zaak.heeft("afgezien_van_persoonlijk_plan")
        if einde is None or klaar or gesprek.toordinal() > einde:
            return []
        zin = _(
            "De inwoner heeft tot en met %(einde)s de tijd voor een persoonlijk plan. Dit gesprek is eerder, op"
            " %(gesprek)s. Gaat het zo door, dan is waarborg M5 gemist. Kies een latere dag, of vraag de inwoner: komt"
            " het plan eerder, of wil de inwoner er geen maken? Leg dat dan vast; daarna mag het gesprek eerder."
        )
        dagen = {"einde": date.fromordinal(einde), "gesprek": gesprek}
        return [zin % {naam: date_format(dag, "l j F Y") for naam, dag in dagen.items()}]

    def als_feit(self) -> dict[str, Any]:
        from keukentafel.brieven.gemeente import onderdelen_van

        feit = super().als_feit()
        tijd = self.cleaned_data["tijd"]
        feit |= {"gesprek_op": f"{feit['gesprek_op']}T{tijd}", "plaats": self.cleaned_data["plaats"]}
        return feit | {"tijdstip": tijd.replace(":", "."), "onderdelen": onderdelen_van(feit)}

    def naast(self) -> Mapping[str, Any]:
        zaak = self.inzage.beoordeling.zaak
        dagen = {naam: zaak.stand(naam) for naam in ("uitnodiging", "persoonlijk_plan", "gesprek")}
        return {naam: stand.uiterlijk for naam, stand in dagen.items() if stand is not None} | {
            "wens": ", ".join(self._wens_in_woorden())
        }

    def _wens_in_woorden(self) -> list[str]:
        wens = self._wens()
        plek = [str(keuzewoord("plek", wens["plek"]))] if wens.get("plek") else []
        return [*plek, *(str(keuzewoord("erbij", wie)) for wie in wens.get("erbij") or ())]
