"""A decision need by need: what is granted and how much of it, every refusal its ground, a pgb its three conditions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from keukentafel.dossier.formulieren import naam_van
from keukentafel.dossier.formuliervelden import Bedragveld, Keuzeveld, Tekstveld
from keukentafel.dossier.instellingen import geldend
from keukentafel.dossier.woorden import Veldwoord, Woord, vast, veldwoord
from keukentafel.procedure.taal import euro
from keukentafel.werkplek.werkformulier import Werkformulier

VOORWAARDEN = ("bekwaam", "gemotiveerd", "kwaliteit")
ANDERS = "anders"
IETS_ANDERS = Woord("Anders, namelijk (schrijf het hieronder)", "Other (write it below)")
HOEVEEL = Veldwoord(
    Woord("Hoeveel? Of: welke andere hulp, en hoeveel?", "How much? Or: which other support, and how much?"),
    Woord(
        "Bijvoorbeeld: 2 uur per week, of: 1 traplift. Dit komt in de brief.",
        "For example: 2 hours a week, or: 1 stairlift. The letter says so.",
    ),
)
GROND = Veldwoord(Woord("Bij afwijzen: op welke grond?", "If refused: on what ground?"))
PGB = Woord("Alleen bij een pgb: de voorwaarden en het bedrag", "Only for a pgb: the conditions and the amount")
BEDRAG = Veldwoord(
    Woord("Hoe hoog is het pgb, in euro?", "How high is the pgb, in euro?"),
    Woord("Bijvoorbeeld 250,00. Dit komt in de brief.", "For example 250,00. The letter says so."),
)
PER = Veldwoord(Woord("Is dat per maand, of anders?", "Is that a month, or otherwise?"))
PERIODEN = (
    ("per week", Woord("Per week", "A week")),
    ("per vier weken", Woord("Per vier weken", "Every four weeks")),
    ("per maand", Woord("Per maand", "A month")),
    ("per jaar", Woord("Per jaar", "A year")),
    ("in één keer", Woord("In één keer", "At once")),
)
_PGB = ("reden_pgb", "pgb_bedrag", "pgb_per")
_WEGING = ("pgb_voorwaarden", "reden_pgb")


class PerBehoefte(Werkformulier):
    """The fields of every need, and what has to be there with each choice."""

    ELKE: ClassVar[bool] = True
    """Must every need be decided on? Else those that are left blank stay as they are."""
    WAAROM: ClassVar[Veldwoord] = Veldwoord(Woord("Waarom?", "Why?"), lang=True)
    pgb_gevraagd = False

    def inleiding(self, behoefte_id: str) -> str:
        """What to know beforehand of this need, in a sentence."""
        raise NotImplementedError

    def vul_aan(self) -> None:
        """A block for each need, between the day and what is asked of the decision as a whole."""
        self.te_kiezen = _te_kiezen(self)
        blokken = []
        for nr, behoefte in enumerate(self.behoeften):
            pad = f"behoeften-{nr}"
            self._vul_behoefte(pad)
            namen = ("uitkomst", "voorziening", "hoeveel", "aanbieder", "leveringsvorm", "grond", "reden")
            blok = [f"{pad}-{naam}" for naam in namen]
            pgb = [*(f"{pad}-pgb_voorwaarden-{v}" for v in VOORWAARDEN), *(f"{pad}-{n}" for n in _PGB)]
            blokken += [(naam_van(behoefte), blok), (f"{PGB} ({naam_van(behoefte)})", pgb)]
            self.bij_blok[blok[0]] = {"inleiding": self.inleiding(str(behoefte["id"]))}
            self.bij_blok[pgb[0]] = {"klap": True, "open": self.pgb_gevraagd or self._getypt(pgb)}
        over = [(kop, namen) for kop, namen in self.blokken_ if not namen[0].startswith("behoeften-")]
        dag = 1 if over and over[0][1] == ["datum"] else 0
        self.blokken_ = [*over[:dag], *blokken, *over[dag:]]

    def _vul_behoefte(self, pad: str) -> None:
        """The fields of one need, as a decision asks for them: without an answer that says nothing."""
        opties = [*((titel, Woord(titel, titel)) for titel in self.te_kiezen), (ANDERS, IETS_ANDERS)]
        keuze = Keuzeveld(veldwoord(self.soort, "voorziening"), opties)
        keuze.aard, keuze.choices = "lijst", [("", vast("kies")), *opties]
        self.fields[f"{pad}-voorziening"] = keuze
        self.fields[f"{pad}-hoeveel"] = Tekstveld(HOEVEEL)
        self.fields[f"{pad}-pgb_bedrag"] = Bedragveld(BEDRAG)
        per = self.fields[f"{pad}-pgb_per"] = Keuzeveld(PER, PERIODEN)
        per.choices = list(PERIODEN)
        for naam, woord in (("grond", GROND), ("reden", self.WAAROM)):
            self.fields[f"{pad}-{naam}"].label = str(woord.label)
            self.fields[f"{pad}-{naam}"].help_text = str(woord.hulp)
        for naam in ("uitkomst", "leveringsvorm", *(f"pgb_voorwaarden-{v}" for v in VOORWAARDEN)):
            veld = self.fields[f"{pad}-{naam}"]
            veld.choices = [(w, t) for w, t in veld.choices if w]  # type: ignore[attr-defined]

    def _getypt(self, paden: list[str]) -> bool:
        return any(self.data.get(f"{self.prefix}-{pad}") for pad in paden) if self.is_bound else False

    # --- checks -----------------------------------------------------------------------------------------------------

    def keur_behoeften(self, gegevens: Mapping[str, Any]) -> None:
        """Every need that is decided on is decided on wholly."""
        for nr, behoefte in enumerate(self.behoeften):
            namen = ("uitkomst", "voorziening", "hoeveel", "grond", "leveringsvorm", "reden")
            regel = {naam: gegevens.get(f"behoeften-{nr}-{naam}") for naam in namen}
            self.keur(nr, behoefte, regel)
            self._keur_pgb(nr, gegevens, regel)

    def keur(self, nr: int, behoefte: Mapping[str, Any], regel: Mapping[str, Any]) -> None:
        """What has to be there with the outcome of one need."""
        naam, uitkomst = naam_van(behoefte), regel["uitkomst"]
        if not uitkomst and self.ELKE:
            self.zeg(f"behoeften-{nr}-uitkomst", _("Beslis ook over: %(behoefte)s") % {"behoefte": naam})
        elif uitkomst == "toegekend" and not regel["voorziening"]:
            self.zeg(f"behoeften-{nr}-voorziening", _("Kies welke hulp het wordt: %(b)s") % {"b": naam})
        elif uitkomst == "toegekend" and regel["voorziening"] == ANDERS and not regel["hoeveel"]:
            self.zeg(f"behoeften-{nr}-hoeveel", _("U koos ‘anders’. Schrijf op welke hulp: %(b)s") % {"b": naam})
        elif uitkomst == "toegekend" and regel["leveringsvorm"] != "pgb" and not regel["hoeveel"]:
            self.zeg(f"behoeften-{nr}-hoeveel", _("Schrijf op hoeveel hulp het is: %(b)s") % {"b": naam})
        elif uitkomst == "afgewezen" and not regel["grond"]:
            self.zeg(f"behoeften-{nr}-grond", _("Kies waarom dit wordt afgewezen: %(b)s") % {"b": naam})

    def _keur_pgb(self, nr: int, gegevens: Mapping[str, Any], regel: Mapping[str, Any]) -> None:
        """A pgb that was asked for or is given: each of the three conditions weighed (Wmo 2.3.6 lid 2)."""
        pgb = regel["leveringsvorm"] == "pgb"
        anders_geweigerd = regel["uitkomst"] == "afgewezen" and regel["grond"] not in (None, "", "pgb_voorwaarden")
        if not (pgb or self.pgb_gevraagd) or not regel["uitkomst"] or anders_geweigerd:
            return
        gewogen = {v: gegevens.get(f"behoeften-{nr}-pgb_voorwaarden-{v}") for v in VOORWAARDEN}
        for voorwaarde, antwoord in gewogen.items():
            if not antwoord:
                veld = f"behoeften-{nr}-pgb_voorwaarden-{voorwaarde}"
                self.zeg(veld, _("Weeg deze voorwaarde voor het pgb: %(wat)s") % {"wat": self.fields[veld].label})
        if pgb and regel["uitkomst"] == "toegekend":
            self._keur_budget(nr, gegevens)
        geweigerd = not pgb or regel["uitkomst"] == "afgewezen" or "nee" in gewogen.values()
        reden = f"behoeften-{nr}-reden_pgb"
        if geweigerd and not gegevens.get(reden) and reden not in self.errors:
            self.zeg(reden, _("Schrijf op waarom er geen pgb komt, of waarom toch."))

    def _keur_budget(self, nr: int, gegevens: Mapping[str, Any]) -> None:
        """Who gets a pgb has to know how much, and for how long that is (Awb 3:46)."""
        for naam in ("pgb_bedrag", "pgb_per"):
            veld = f"behoeften-{nr}-{naam}"
            if veld not in self.errors and not str(gegevens.get(veld) or "").strip("0."):
                self.zeg(veld, _("Bij een pgb hoort een bedrag. Vul in: %(wat)s") % {"wat": self.fields[veld].label})

    # --- the fact ---------------------------------------------------------------------------------------------------

    def besloten(self, feit: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The needs as they are decided on, without what was typed for another choice."""
        regels = [regel for regel in feit.get("behoeften") or [] if regel.get("uitkomst")]
        for regel in regels:
            self._noem_voorziening(regel)
            laat_weg(regel, _hoort_niet_bij(regel, self.pgb_gevraagd))
        return regels

    def _noem_voorziening(self, regel: dict[str, Any]) -> None:
        """What is granted, in the words of the letter: the name out of the list, how much of it, and the budget."""
        pad = f"behoeften-{[str(b['id']) for b in self.behoeften].index(regel['id'])}"
        hoeveel, bedrag, per = (self.cleaned_data.get(f"{pad}-{n}") or "" for n in ("hoeveel", "pgb_bedrag", "pgb_per"))
        gekozen = regel.pop("voorziening", "")
        delen = ["" if gekozen == ANDERS else gekozen, hoeveel]
        if regel.get("leveringsvorm") == "pgb" and bedrag:
            delen.append(f"budget {euro(bedrag)} {per}")
        if tekst := ", ".join(deel for deel in delen if deel):
            regel["voorziening"] = tekst


def _hoort_niet_bij(regel: Mapping[str, Any], pgb_gevraagd: bool) -> tuple[str, ...]:
    """What was typed for a choice that was then changed: it is no part of the decision."""
    if regel.get("uitkomst") == "toegekend":
        pgb = regel.get("leveringsvorm") == "pgb" or pgb_gevraagd
        return ("grond",) if pgb else ("grond", *_WEGING)
    if regel.get("uitkomst") != "afgewezen":
        return ()
    hulp = ("voorziening", "aanbieder", "leveringsvorm")
    return hulp if regel.get("grond") == "pgb_voorwaarden" else (*hulp, *_WEGING)


def laat_weg(velden: dict[str, Any], namen: tuple[str, ...]) -> None:
    """Take these fields out, as far as they are there."""
    for naam in namen:
        velden.pop(naam, None)


def _te_kiezen(formulier: Werkformulier) -> list[str]:
    """The voorzieningen of the municipality that hold on the day, individual ones first."""
    rijen = [rij.waarde for rij in geldend(formulier.inzage.zaak.gemeente, "voorziening", formulier.vandaag).values()]
    return [str(w["titel"]) for w in sorted(rijen, key=lambda w: (w.get("soort") != "maatwerk", str(w["titel"])))]
