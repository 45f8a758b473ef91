"""The decision, need by need beside the report: every difference has its reason, a pgb its three conditions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from keukentafel.dossier.formulieren import naam_van
from keukentafel.dossier.formuliervelden import Bedragveld, Janeeveld, Keuzeveld, Tekstveld
from keukentafel.dossier.instellingen import geldend
from keukentafel.dossier.leesbaar import behoeftenamen, regels
from keukentafel.dossier.rechtzetting import zoals_het_nu_is
from keukentafel.dossier.woorden import Veldwoord, Woord, feitwoord, keuzewoord, vast, veldwoord
from keukentafel.procedure.taal import euro
from keukentafel.werkplek.werkformulier import Werkformulier

VOORWAARDEN = ("bekwaam", "gemotiveerd", "kwaliteit")
BUITEN = Veldwoord(
    Woord("Wordt de aanvraag niet behandeld?", "Is the application not handled?"),
    Woord(
        "Alleen als er gegevens missen en de inwoner tijd kreeg om ze te geven (Awb art. 4:5).",
        "Only when data are missing and the resident got time to give them (Awb art. 4:5).",
    ),
)
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
REDEN = Veldwoord(
    Woord("Waarom?", "Why?"),
    Woord(
        "Beslist u anders dan het verslag zegt? Dan moet hier staan waarom.",
        "Do you decide otherwise than the report says? Then the reason must be here.",
    ),
    lang=True,
)
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
_VERGELIJK = ("uitkomst", "leveringsvorm", "reden", "reden_pgb")
_DAGEN = ("ingangsdatum", "einddatum")
_UITKOMSTEN = {(True, True): "deels_toegekend", (True, False): "toegekend", (False, True): "afgewezen"}


class Besluit(Werkformulier):
    """The decision. What the letter always holds (how to object, the report as its ground) is recorded, not asked."""

    NAAST: ClassVar[str] = "werkplek/naast/dossier.html"

    @property
    def VELDEN(self) -> tuple[str, ...]:  # type: ignore[override]
        """Only what this case can have: no answer to a reaction that was never given."""
        bij = {
            "reactie_op_verslag_ontvangen": ("reactie_beantwoord",),
            "toezegging_gedaan": ("toezegging_nagekomen", "reden_toezegging"),
        }
        extra = [veld for soort, velden in bij.items() if self.laatste(soort) for veld in velden]
        return ("behoeften", "ingangsdatum", "einddatum", *extra, "toelichting")

    def behoeften_van_zaak(self) -> list[dict[str, Any]]:
        """The needs that were applied for; all when the application does not name any."""
        alle = super().behoeften_van_zaak()
        aanvraag = self.laatste("aanvraag_ontvangen")
        gevraagd = {r["id"] for r in aanvraag.velden.get("behoeften", ())} if aanvraag else set()
        return [b for b in alle if b["id"] in gevraagd] or alle

    def beginwaarden(self) -> dict[str, Any]:
        aanvraag = self.laatste("aanvraag_ontvangen")
        vorm = aanvraag.velden.get("leveringsvorm") if aanvraag else None
        self.pgb_gevraagd = vorm == "pgb"
        verslag = self.laatste("verslag_verstuurd")
        self.verslag = {r["id"]: r for r in verslag.velden.get("behoeften", ())} if verslag else {}
        leveringsvorm = vorm if vorm in ("zin", "pgb") else None
        return {"behoeften": [{"id": b["id"], "leveringsvorm": leveringsvorm} for b in self.behoeften_van_zaak()]}

    def vaste_waarden(self) -> dict[str, Any]:
        heeft_verslag = self.laatste("verslag_verstuurd") is not None
        wie = {} if self.voorstel else {"beslist_door": self.wie.gebruiker.naam}
        return wie | {"rechtsmiddelenclausule": True, "gebaseerd_op_verslag": heeft_verslag}

    def vul_aan(self) -> None:
        self.te_kiezen = _te_kiezen(self)
        blokken = []
        for nr, behoefte in enumerate(self.behoeften):
            pad = f"behoeften-{nr}"
            self._vul_behoefte(pad)
            namen = ("uitkomst", "voorziening", "hoeveel", "aanbieder", "leveringsvorm", "grond", "reden")
            blok = [f"{pad}-{naam}" for naam in namen]
            pgb = [*(f"{pad}-pgb_voorwaarden-{v}" for v in VOORWAARDEN), *(f"{pad}-{n}" for n in _PGB)]
            blokken += [(naam_van(behoefte), blok), (f"{PGB} ({naam_van(behoefte)})", pgb)]
            self.bij_blok[blok[0]] = {"inleiding": self._verslag_in_een_zin(str(behoefte["id"]))}
            self.bij_blok[pgb[0]] = {"klap": True, "open": self.pgb_gevraagd or self._getypt(pgb)}
        over = [(kop, namen) for kop, namen in self.blokken_ if not namen[0].startswith("behoeften-")]
        self.blokken_ = [*over[:1], *blokken, *over[1:]]
        if self.laatste("aanvulling_gevraagd"):
            self._plaats("buiten", Janeeveld(BUITEN), None, "")
            self.blokken_.insert(1, self.blokken_.pop())

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
        for naam, woord in (("grond", GROND), ("reden", REDEN)):
            self.fields[f"{pad}-{naam}"].label = str(woord.label)
            self.fields[f"{pad}-{naam}"].help_text = str(woord.hulp)
        for naam in ("uitkomst", "leveringsvorm", *(f"pgb_voorwaarden-{v}" for v in VOORWAARDEN)):
            veld = self.fields[f"{pad}-{naam}"]
            veld.choices = [(w, t) for w, t in veld.choices if w]  # type: ignore[attr-defined]

    def _getypt(self, paden: list[str]) -> bool:
        return any(self.data.get(f"{self.prefix}-{pad}") for pad in paden) if self.is_bound else False

    def _verslag_in_een_zin(self, behoefte_id: str) -> str:
        regel = self.verslag.get(behoefte_id)
        if regel is None:
            return _("Het verslag zegt hier niets over.")
        soort = regel.get("soort_oplossing")
        delen = (str(keuzewoord("", str(soort))) if soort else "", regel.get("oplossing"), regel.get("reden"))
        return _("Het verslag zegt: %(wat)s") % {"wat": ". ".join(str(d).rstrip(".") for d in delen if d) or "–"}

    # --- checks -----------------------------------------------------------------------------------------------------

    def clean(self) -> dict[str, Any]:
        gegevens = dict(super().clean() or self.cleaned_data)
        if gegevens.get("buiten"):
            if not gegevens.get("toelichting"):
                self.zeg("toelichting", _("Schrijf op welke gegevens missen. Dit komt in de brief."))
        else:
            for nr, behoefte in enumerate(self.behoeften):
                namen = ("uitkomst", "voorziening", "hoeveel", "grond", "leveringsvorm", "reden")
                regel = {naam: gegevens.get(f"behoeften-{nr}-{naam}") for naam in namen}
                self._keur(nr, behoefte, regel)
                self._keur_pgb(nr, gegevens, regel)
        return gegevens

    def _keur(self, nr: int, behoefte: Mapping[str, Any], regel: Mapping[str, Any]) -> None:
        naam, uitkomst = naam_van(behoefte), regel["uitkomst"]
        if not uitkomst:
            self.zeg(f"behoeften-{nr}-uitkomst", _("Beslis ook over: %(behoefte)s") % {"behoefte": naam})
        elif uitkomst == "toegekend" and not regel["voorziening"]:
            self.zeg(f"behoeften-{nr}-voorziening", _("Kies welke hulp het wordt: %(b)s") % {"b": naam})
        elif uitkomst == "toegekend" and regel["voorziening"] == ANDERS and not regel["hoeveel"]:
            self.zeg(f"behoeften-{nr}-hoeveel", _("U koos ‘anders’. Schrijf op welke hulp: %(b)s") % {"b": naam})
        elif uitkomst == "toegekend" and regel["leveringsvorm"] != "pgb" and not regel["hoeveel"]:
            self.zeg(f"behoeften-{nr}-hoeveel", _("Schrijf op hoeveel hulp het is: %(b)s") % {"b": naam})
        elif uitkomst == "afgewezen" and not regel["grond"]:
            self.zeg(f"behoeften-{nr}-grond", _("Kies waarom dit wordt afgewezen: %(b)s") % {"b": naam})
        if uitkomst and not regel["reden"] and self._wijkt_af(str(behoefte["id"]), str(uitkomst)):
            soort = str(self.verslag[str(behoefte["id"])]["soort_oplossing"])
            self.zeg(
                f"behoeften-{nr}-reden",
                _("Dit is anders dan het verslag (%(soort)s). Schrijf op waarom: %(b)s")
                % {"soort": str(keuzewoord("", soort)).lower(), "b": naam},
            )

    def _wijkt_af(self, behoefte_id: str, uitkomst: str) -> bool:
        """Granted what the report solves otherwise, or refused what it calls maatwerk (A6)."""
        soort = self.verslag.get(behoefte_id, {}).get("soort_oplossing")
        return soort is not None and (soort == "maatwerk") != (uitkomst == "toegekend")

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
        if geweigerd and not gegevens.get(f"behoeften-{nr}-reden_pgb"):
            self.zeg(f"behoeften-{nr}-reden_pgb", _("Schrijf op waarom er geen pgb komt, of waarom toch."))

    def _keur_budget(self, nr: int, gegevens: Mapping[str, Any]) -> None:
        """Who gets a pgb has to know how much, and for how long that is (Awb 3:46)."""
        for naam in ("pgb_bedrag", "pgb_per"):
            veld = f"behoeften-{nr}-{naam}"
            if veld not in self.errors and not str(gegevens.get(veld) or "").strip("0."):
                self.zeg(veld, _("Bij een pgb hoort een bedrag. Vul in: %(wat)s") % {"wat": self.fields[veld].label})

    def verschillen(self) -> list[tuple[str, str]]:
        """Where it goes another way than the report, the application or the advice, with the reason."""
        if self.cleaned_data.get("buiten"):
            return [(_("De hele aanvraag"), _("De aanvraag wordt niet behandeld."))]
        uit: list[tuple[str, str]] = []
        for nr, behoefte in enumerate(self.behoeften):
            gekozen = {n: self.cleaned_data.get(f"behoeften-{nr}-{n}") or "" for n in _VERGELIJK}
            if gekozen["uitkomst"]:
                zinnen = self._anders(str(behoefte["id"]), gekozen)
                uit += [(naam_van(behoefte), zin) for zin in zinnen]
        return uit

    def _anders(self, behoefte_id: str, gekozen: Mapping[str, str]) -> Iterator[str]:
        uitkomst, reden = gekozen["uitkomst"], gekozen["reden"] or _("geen reden opgeschreven")
        wordt = {"wordt": str(keuzewoord("uitkomst", uitkomst)).lower(), "reden": reden}
        if self._wijkt_af(behoefte_id, uitkomst):
            soort = str(keuzewoord("", str(self.verslag[behoefte_id]["soort_oplossing"]))).lower()
            zin = _("Het verslag zegt: %(was)s. Dit besluit: %(wordt)s. Waarom: %(reden)s")
            yield zin % (wordt | {"was": soort})
        if self.pgb_gevraagd and uitkomst == "toegekend" and gekozen["leveringsvorm"] != "pgb":
            reden_pgb = gekozen["reden_pgb"] or _("geen reden opgeschreven")
            yield _("Gevraagd is een pgb. Dit besluit geeft er geen. Waarom: %(reden)s") % {"reden": reden_pgb}
        advies = self.laatste("advies_ontvangen")
        richting = str(advies.velden.get("richting") or "") if advies else ""
        if richting == ("afwijzen" if uitkomst == "toegekend" else "toewijzen"):
            zin = _("Het advies was: %(was)s. Dit besluit: %(wordt)s. Waarom: %(reden)s")
            yield zin % (wordt | {"was": str(keuzewoord("richting", richting)).lower()})

    # --- the fact ---------------------------------------------------------------------------------------------------

    def als_feit(self) -> dict[str, Any]:
        feit = super().als_feit()
        behoeften = feit.get("behoeften") or []
        if self.cleaned_data.get("buiten"):
            _laat_weg(feit, ("behoeften", *_DAGEN))
            return feit | {"uitkomst": "buiten_behandeling", "motivering": bool(feit.get("toelichting"))}
        for regel in behoeften:
            self._noem_voorziening(regel)
            _laat_weg(regel, _hoort_niet_bij(regel, self.pgb_gevraagd))
        uitkomsten = {b["uitkomst"] for b in behoeften}
        if "toegekend" not in uitkomsten:
            _laat_weg(feit, _DAGEN)
        uitleg = bool(feit.get("toelichting")) or all(b.get("reden") for b in behoeften)
        soort = _UITKOMSTEN[("toegekend" in uitkomsten, "afgewezen" in uitkomsten)]
        return feit | {"uitkomst": soort, "motivering": uitleg}

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

    def naast(self) -> Mapping[str, Any]:
        namen = behoeftenamen(self.inzage.rijen)
        erbij = ("advies_ontvangen", "reactie_op_verslag_ontvangen", "toezegging_gedaan", "aanvraag_ontvangen")
        return {
            "dossier": [
                (str(feitwoord(r.soort)), r.datum, regels(r, namen))
                for r in zoals_het_nu_is(self.inzage.rijen)
                if r.soort in erbij
            ],
        }


class Wijziging(Werkformulier):
    """A decision that is changed or withdrawn: per need as in a decision, and nothing of a choice that was changed."""

    def clean(self) -> dict[str, Any]:
        gegevens = dict(super().clean() or self.cleaned_data)
        for nr, behoefte in enumerate(self.behoeften):
            pad = f"behoeften-{nr}"
            if gegevens.get(f"{pad}-uitkomst") == "toegekend" and not gegevens.get(f"{pad}-voorziening"):
                hulp = _("Schrijf op welke hulp het wordt, en hoeveel: %(b)s") % {"b": naam_van(behoefte)}
                self.zeg(f"{pad}-voorziening", hulp)
        return gegevens

    def als_feit(self) -> dict[str, Any]:
        feit = super().als_feit()
        for regel in feit.get("behoeften") or []:
            _laat_weg(regel, _hoort_niet_bij(regel, bool(regel.get("reden_pgb"))))
        return feit


def _hoort_niet_bij(regel: Mapping[str, Any], pgb_gevraagd: bool) -> tuple[str, ...]:
    """What was typed for a choice that was then changed: it is no part of the decision."""
    if regel.get("uitkomst") == "toegekend":
        pgb = regel.get("leveringsvorm") == "pgb" or pgb_gevraagd
        return ("grond",) if pgb else ("grond", *_WEGING)
    if regel.get("uitkomst") != "afgewezen":
        return ()
    hulp = ("voorziening", "aanbieder", "leveringsvorm")
    return hulp if regel.get("grond") == "pgb_voorwaarden" else (*hulp, *_WEGING)


def _laat_weg(velden: dict[str, Any], namen: tuple[str, ...]) -> None:
    for naam in namen:
        velden.pop(naam, None)


def _te_kiezen(formulier: Werkformulier) -> list[str]:
    """The voorzieningen of the municipality that hold on the day, individual ones first."""
    rijen = [rij.waarde for rij in geldend(formulier.inzage.zaak.gemeente, "voorziening", formulier.vandaag).values()]
    return [str(w["titel"]) for w in sorted(rijen, key=lambda w: (w.get("soort") != "maatwerk", str(w["titel"])))]
