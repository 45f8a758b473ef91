"""A decision that is changed or withdrawn afterwards: beside what holds now, with its day and the reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from keukentafel.dossier.formulieren import naam_van
from keukentafel.dossier.formuliervelden import Janeeveld
from keukentafel.dossier.geldend import SOORTEN, geldende_hulp, toegekend
from keukentafel.dossier.leesbaar import behoeftenamen, regels
from keukentafel.dossier.rechtzetting import zoals_het_nu_is
from keukentafel.dossier.woorden import Veldwoord, Woord, feitwoord
from keukentafel.werkplek.formulieren.per_behoefte import PerBehoefte
from keukentafel.werkplek.werkformulier import Werkformulier

UIT_DOSSIER = (
    "beslissing_op_bezwaar_bekendgemaakt", "heronderzoek_gestart", "gesprek_gevoerd", "dossieronderzoek_gedaan",
    "evaluatie_gehouden", "advies_ontvangen",
)  # fmt: skip
GUNSTIG = Veldwoord(
    Woord("Is de verandering alleen gunstig voor de inwoner?", "Is the change only to the resident's advantage?"),
    Woord(
        "Alleen dan mag zij ingaan vóór de dag waarop u haar bekendmaakt.",
        "Only then may it start before the day on which you make it known.",
    ),
)


class NaHetBesluit(Werkformulier):
    """What a change and a withdrawal share: the help that holds now, who decides, how to object, from which day.

    How long one can get used to it follows from the days, so it is not asked.
    """

    NAAST: ClassVar[str] = "werkplek/naast/dossier.html"

    def hulp(self) -> dict[str, Mapping[str, Any]]:
        """What was decided last on each need."""
        return geldende_hulp((feit.soort, feit.velden) for feit in self.inzage.beoordeling.zaak.van_een(SOORTEN))

    def nu(self, behoefte_id: str) -> str:
        """What holds now for a need, in a few words."""
        regel = self.hulp().get(behoefte_id)
        if regel is None or not toegekend(regel):
            return _("geen hulp van de gemeente")
        hulp = str(regel.get("voorziening") or _("hulp van de gemeente"))
        return f"{hulp} ({duur})" if (duur := self._duur()) else hulp

    def _duur(self) -> str:
        """From and until which day the running decision holds, as far as it says so."""
        dagen = {naam: self._besluitdag(naam) for naam in ("ingangsdatum", "einddatum")}
        woord = {naam: date_format(dag, "j F Y") for naam, dag in dagen.items() if dag is not None}
        if len(woord) == 2:
            return _("van %(ingangsdatum)s tot en met %(einddatum)s") % woord
        if "einddatum" in woord:
            return _("tot en met %(einddatum)s") % woord
        return _("vanaf %(ingangsdatum)s, zonder einddatum") % woord if woord else ""

    def _besluitdag(self, naam: str) -> date | None:
        """A day of the decision itself; a change does not move it."""
        besluit = self.laatste("besluit_bekendgemaakt")
        waarde = besluit.velden.get(naam) if besluit is not None else None
        return date.fromisoformat(str(waarde)[:10]) if waarde else None

    def clean(self) -> dict[str, Any]:
        gegevens = dict(super().clean() or self.cleaned_data)
        ingang = gegevens.get("ingangsdatum")
        if ingang is not None and not self._is_gunstig(gegevens):
            self._keur_ingang(ingang, gegevens.get("datum") or self.vandaag)
        return gegevens

    def _is_gunstig(self, gegevens: Mapping[str, Any]) -> bool:
        return bool(gegevens.get("gunstig"))

    def _keur_ingang(self, ingang: date, bekend: date) -> None:
        """Nobody loses help before knowing of it, nor help that has not begun yet; and nothing ends after its end."""
        begin, einde = self._besluitdag("ingangsdatum"), self._besluitdag("einddatum")
        if ingang < bekend:
            zin = _("Dit kan niet ingaan vóór de dag waarop de inwoner het hoort. Kies %(dag)s of later.")
            self.zeg("ingangsdatum", zin % {"dag": date_format(bekend, "j F Y")})
        elif begin is not None and ingang < begin:
            zin = _("De hulp begint pas op %(dag)s. Kies die dag of een latere.")
            self.zeg("ingangsdatum", zin % {"dag": date_format(begin, "j F Y")})
        elif einde is not None and ingang > einde:
            zin = _("De hulp eindigt al op %(dag)s. Kies een eerdere dag.")
            self.zeg("ingangsdatum", zin % {"dag": date_format(einde, "j F Y")})

    def als_feit(self) -> dict[str, Any]:
        feit = super().als_feit()
        if self._is_gunstig(self.cleaned_data):
            return feit
        dagen = (self.cleaned_data["ingangsdatum"] - date.fromisoformat(feit["datum"])).days
        return feit | {"overgangstermijn_weken": dagen // 7}

    def vaste_waarden(self) -> dict[str, Any]:
        wie = {} if self.voorstel else {"beslist_door": self.wie.gebruiker.naam}
        return wie | {"rechtsmiddelenclausule": True}

    def naast(self) -> Mapping[str, Any]:
        namen = behoeftenamen(self.inzage.rijen)
        return {
            "dossier": [
                (str(feitwoord(r.soort)), r.datum, regels(r, namen))
                for r in zoals_het_nu_is(self.inzage.rijen)
                if r.soort in (*SOORTEN, *UIT_DOSSIER)
            ],
        }


class Wijziging(NaHetBesluit, PerBehoefte):
    """A change of what was decided. A need that is left blank stays as it is; what changes says why."""

    VELDEN: ClassVar[tuple[str, ...]] = ("behoeften", "ingangsdatum", "toelichting")
    VERPLICHT: ClassVar[frozenset[str]] = frozenset({"ingangsdatum"})
    ELKE: ClassVar[bool] = False
    WAAROM: ClassVar[Veldwoord] = Veldwoord(
        Woord("Waarom verandert dit?", "Why does this change?"),
        Woord("Dit komt in de brief.", "The letter says so."),
        lang=True,
    )

    def vul_aan(self) -> None:
        super().vul_aan()
        self._plaats("gunstig", Janeeveld(GUNSTIG), None, "")
        plek = next(nr for nr, (_kop, paden) in enumerate(self.blokken_, 1) if "ingangsdatum" in paden)
        self.blokken_.insert(plek, self.blokken_.pop())

    def _is_gunstig(self, gegevens: Mapping[str, Any]) -> bool:
        """The worker's word; help where there was none is no loss to anybody."""
        hulp, erbij = self.hulp(), []
        for nr, behoefte in enumerate(self.behoeften):
            if uitkomst := gegevens.get(f"behoeften-{nr}-uitkomst"):
                had = toegekend(hulp.get(str(behoefte["id"]), {}))
                erbij.append(uitkomst == "toegekend" and not had)
        return super()._is_gunstig(gegevens) or (bool(erbij) and all(erbij))

    def inleiding(self, behoefte_id: str) -> str:
        return _("Nu geldt: %(hulp)s. Verandert dit niet? Laat dan alles hier leeg.") % {"hulp": self.nu(behoefte_id)}

    def clean(self) -> dict[str, Any]:
        gegevens = dict(super().clean() or self.cleaned_data)
        self.keur_behoeften(gegevens)
        if not any(gegevens.get(f"behoeften-{nr}-uitkomst") for nr in range(len(self.behoeften))):
            self.zeg("behoeften-0-uitkomst", _("Kies bij ten minste één hulpvraag wat het nieuwe besluit is."))
        return gegevens

    def keur(self, nr: int, behoefte: Mapping[str, Any], regel: Mapping[str, Any]) -> None:
        super().keur(nr, behoefte, regel)
        if regel["uitkomst"] == "toegekend" and not regel["leveringsvorm"]:
            self.zeg(f"behoeften-{nr}-leveringsvorm", _("Kies in welke vorm: %(b)s") % {"b": naam_van(behoefte)})
        if regel["uitkomst"] and not regel["reden"]:
            self.zeg(f"behoeften-{nr}-reden", _("Schrijf op waarom dit verandert: %(b)s") % {"b": naam_van(behoefte)})

    def verschillen(self) -> list[tuple[str, str]]:
        """Every need that changes: what held, and why it does not any more."""
        uit = []
        for nr, behoefte in enumerate(self.behoeften):
            if self.cleaned_data.get(f"behoeften-{nr}-uitkomst"):
                reden = self.cleaned_data.get(f"behoeften-{nr}-reden") or _("geen reden opgeschreven")
                wat = {"nu": self.nu(str(behoefte["id"])), "reden": reden}
                uit.append((naam_van(behoefte), _("Tot nu toe: %(nu)s. Waarom het verandert: %(reden)s") % wat))
        return uit

    def als_feit(self) -> dict[str, Any]:
        feit = super().als_feit()
        return feit | {"behoeften": self.besloten(feit), "motivering": True}


class Intrekking(NaHetBesluit):
    """The end of all help that was granted: from which day, and why."""

    VELDEN: ClassVar[tuple[str, ...]] = ("ingangsdatum", "toelichting")
    VERPLICHT: ClassVar[frozenset[str]] = frozenset({"ingangsdatum", "toelichting"})

    def beletsel(self) -> str:
        """Only what was granted can be withdrawn."""
        if any(toegekend(regel) for regel in self.hulp().values()):
            return ""
        return _("Er loopt geen hulp die u kunt intrekken.")

    def verschillen(self) -> list[tuple[str, str]]:
        """All help that stops."""
        namen = behoeftenamen(self.inzage.rijen)
        return [
            (namen.get(naam, naam), _("Deze hulp stopt: %(hulp)s") % {"hulp": self.nu(naam)})
            for naam, regel in self.hulp().items()
            if toegekend(regel)
        ]

    def als_feit(self) -> dict[str, Any]:
        feit = super().als_feit()
        stopt = [{"id": naam, "uitkomst": "afgewezen"} for naam, regel in self.hulp().items() if toegekend(regel)]
        return feit | {"behoeften": stopt, "motivering": True}
