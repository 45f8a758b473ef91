"""The stories of the made-up municipality: what happened, in days since the melding, and how long ago that began."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from keukentafel.inrichting.behoeften import BEHOEFTEN, MOGELIJKHEDEN, OVER_HET_PLAN, STEUN, Behoefte

Feitregel = tuple[int, Mapping[str, Any]]

BESLISSINGEN: Final = frozenset({
    "besluit_bekendgemaakt", "besluit_gewijzigd", "dwangsombesluit_bekendgemaakt", "dwangsom_betaald",
    "beslissing_op_bezwaar_bekendgemaakt",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verhaal:
    """One case as a story; facts after today have not happened yet."""

    dagen_geleden: int
    feiten: tuple[Feitregel, ...]
    vraag: str = ""
    door_beslisser: frozenset[str] = BESLISSINGEN
    van_eerste: bool = False
    """One more case of the resident of the first story."""


def _f(soort: str, **velden: Any) -> Mapping[str, Any]:
    return {"soort": soort} | velden


ALLE_ONDERDELEN: Final = [
    "gesprekspartner", "datum_en_tijd", "verzetten", "gesprekspunten", "mantelzorger", "clientondersteuning",
    "persoonlijk_plan",
]  # fmt: skip
ALLE_ONDERWERPEN: Final = [
    "behoeften", "persoonskenmerken", "voorkeuren", "eigen_kracht", "gebruikelijke_hulp", "sociaal_netwerk",
    "mantelzorg", "ondersteuning_mantelzorger", "algemene_voorzieningen", "maatwerkvoorzieningen", "andere_domeinen",
    "persoonlijk_plan", "gevolgen_aandoening",
]  # fmt: skip
ALLES_VERTELD: Final = [
    "rechten_en_plichten", "vervolgprocedure", "verslagdatum", "reactie_op_verslag", "eigen_bijdrage", "tegemoetkoming",
    "zin_of_pgb", "voor_en_nadelen_pgb", "clientondersteuning", "verwerking_persoonsgegevens",
]  # fmt: skip
VAN_DE_BRIEF: Final = ["aanvraag_maatwerk", "eigen_bijdrage", "pgb", "status_en_procedure"]
"""The parts of a report that its letter holds by itself; the other ones are there when they are written."""
TIJDEN: Final = ("10.00", "13.30", "11.00", "14.30", "09.30")
CONSULENT: Final = {"naam": "Sanne de Boer", "organisatie": "gemeente Voorbeeldstad", "functie": "Wmo-consulent"}


def _behoefte(vraag: int) -> Behoefte:
    return BEHOEFTEN[vraag % len(BEHOEFTEN)]


def _melding(vraag: int, *, twee: bool = False, kanaal: str = "telefoon", spoed: bool = False) -> Mapping[str, Any]:
    paar = (vraag, vraag + 2) if twee else (vraag,)
    behoeften = [
        {"id": f"b{nr}", "leefgebied": b.leefgebied, "vraag": b.vraag} for nr, b in enumerate(map(_behoefte, paar), 1)
    ]
    return _f("melding_ontvangen", kanaal=kanaal, spoed=spoed, behoeften=behoeften)


def _verslag(vraag: int, *, twee: bool, plan: bool) -> Mapping[str, Any]:
    """The report: what was agreed for each need and why, and the parts that the worker wrote."""
    eerst, ook = _behoefte(vraag), _behoefte(vraag + 2)
    behoeften = [{"id": "b1", "soort_oplossing": "maatwerk", "oplossing": eerst.op_maat, "reden": eerst.waarom}]
    if twee:
        behoeften.append({"id": "b2", "soort_oplossing": "algemeen", "oplossing": ook.in_de_buurt})
    teksten = {"netwerk": eerst.netwerk, "mogelijkheden_gemeente": MOGELIJKHEDEN, "ondersteuning_mantelzorger": STEUN}
    if plan:
        teksten["reactie_persoonlijk_plan"] = OVER_HET_PLAN
    return _f(
        "verslag_verstuurd", onderdelen=["behoeften", *teksten, *VAN_DE_BRIEF], behoeften=behoeften, teksten=teksten
    )


def _besluit(vraag: int, *, toegekend: bool) -> Mapping[str, Any]:
    """The decision on the first need."""
    behoefte = _behoefte(vraag)
    rij = {"id": "b1", "uitkomst": "toegekend", "voorziening": behoefte.voorziening, "leveringsvorm": "zin"}
    rij["reden"] = behoefte.waarom
    if not toegekend:
        rij = {"id": "b1", "uitkomst": "afgewezen", "grond": behoefte.grond, "reden": behoefte.tegen}
    besluit = _f(
        "besluit_bekendgemaakt", uitkomst=rij["uitkomst"], beslist_door="Ruben Visser", behoeften=[rij],
        motivering=True, gebaseerd_op_verslag=True, rechtsmiddelenclausule=True,
    )  # fmt: skip
    return {**besluit, "ingangsdatum": 14} if toegekend else besluit


def _goed(vraag: int, *, twee: bool = False, plan: bool = True) -> tuple[Feitregel, ...]:
    """All as it should be, from the melding until the evaluation."""
    ids = ["b1", "b2"] if twee else ["b1"]
    return (
        (0, _melding(vraag, twee=twee)),
        (1, _f("ontvangst_bevestigd", wijze="brief")),
        (1, _f("clientondersteuning_aangeboden")),
        (1, _f("persoonlijk_plan_aangeboden")),
        *(((5, _f("persoonlijk_plan_ontvangen", behoeften=[{"id": i} for i in ids])),) if plan else ()),
        (7, _f("onderzoeksvorm_gekozen", vorm="huisbezoek", reden="wens_inwoner")),
        (7, _f(
            "uitnodiging_verstuurd", wijze="brief", gesprek_op=9, tijdstip=TIJDEN[vraag % len(TIJDEN)],
            plaats="bij de inwoner thuis", gesprekspartner=CONSULENT, onderdelen=ALLE_ONDERDELEN,
        )),
        (16, _f("identiteit_vastgesteld", document="identiteitskaart")),
        (16, _f(
            "gesprek_gevoerd", vorm="huisbezoek", gespreksvoerder=CONSULENT | {"professional": True, "belang": False},
            aanwezig=["inwoner", "mantelzorger"], onderwerpen=ALLE_ONDERWERPEN, geinformeerd_over=ALLES_VERTELD,
        )),
        (23, _f("verslag_getoetst", inwoner_ingelicht=True)),
        (24, _verslag(vraag, twee=twee, plan=plan)),
        (27, _f("aanvraag_ontvangen", behoeften=[{"id": "b1"}], leveringsvorm="zin")),
        (37, _besluit(vraag, toegekend=True)),
        (51, _f("voorziening_gestart")),
        (86, _f("evaluatie_gehouden", cijfer=7, gewijzigd=False)),
    )  # fmt: skip


def _zonder_besluit(vraag: int) -> tuple[Feitregel, ...]:
    """Good until the application; then nothing, a notice of default, and the dwangsom runs."""
    return (*_tot(27, vraag), (44, _f("ingebrekestelling_ontvangen", betreft="aanvraag")))


def _zonder_gesprek(vraag: int) -> tuple[Feitregel, ...]:
    """Confirmed, and then silence: the six weeks pass."""
    return ((0, _melding(vraag, kanaal="web")), (3, _f("ontvangst_bevestigd", wijze="brief")))


def _rechtstreeks(vraag: int) -> tuple[Feitregel, ...]:
    return (*_zonder_gesprek(vraag), (46, _f("aanvraag_ontvangen", behoeften=[{"id": "b1"}], leveringsvorm="zin")))


def _spoed(vraag: int) -> tuple[Feitregel, ...]:
    return (
        (0, _melding(vraag, spoed=True)),
        (0, _f("spoed_vastgesteld")),
        (1, _f("tijdelijke_voorziening_verstrekt", voorziening="tijdelijke hulp in huis")),
        *_goed(vraag)[1:],
    )


def _advies(vraag: int) -> tuple[Feitregel, ...]:
    return (
        *_tot(16, vraag),
        (17, _f("advies_gevraagd", deskundigheid="ergotherapie", organisatie="Adviesbureau Lindhout")),
    )


def _tot(dag: int, vraag: int) -> tuple[Feitregel, ...]:
    """All as it should be, up to this day."""
    return tuple(regel for regel in _goed(vraag) if regel[0] <= dag)


def _afgewezen(vraag: int) -> tuple[Feitregel, ...]:
    """Refused though the report said maatwerk."""
    return (*_tot(36, vraag), (37, _besluit(vraag, toegekend=False)))


def _bezwaar(vraag: int) -> tuple[Feitregel, ...]:
    """Refused, and an objection with a committee."""
    return (
        *_afgewezen(vraag),
        (60, _f("bezwaar_ontvangen", ondertekend_en_gemotiveerd=True, commissie=True)),
        (63, _f("ontvangst_bevestigd", wijze="brief", betreft="bezwaar")),
        (66, _f("bemiddeling_aangeboden")),
    )


def _aanvulling(vraag: int) -> tuple[Feitregel, ...]:
    return (*_tot(27, vraag), (30, _f("aanvulling_gevraagd", tot=14, toelichting="een kopie van uw identiteitsbewijs")))


_SOORTEN: Final = (
    (_goed, (3, 9, 20, 26, 33, 45, 70, 95, 130)),
    (_zonder_besluit, (43, 50, 62, 80)),
    (_zonder_gesprek, (6, 18, 41, 60)),
    (_rechtstreeks, (50, 62)),
    (_spoed, (1, 12, 40)),
    (_bezwaar, (58, 75, 120)),
    (_aanvulling, (33, 40)),
)


def _alle() -> tuple[Verhaal, ...]:
    """The first two are those of the residents who log in, as are the last; the others fill the work list."""
    eerst = (
        Verhaal(29, _goed(0, twee=True)),
        Verhaal(52, _zonder_besluit(1)),
        Verhaal(21, _advies(1), vraag="Kan mevrouw de trap nog veilig op en af, en wat is daarvoor nodig?"),
    )
    rest = tuple(
        Verhaal(dagen + nr, maak(nr)) for maak, dagen_geleden in _SOORTEN for nr, dagen in enumerate(dagen_geleden)
    )
    nog = tuple(Verhaal(5 + 7 * nr, _goed(nr + 1, twee=nr % 2 == 0, plan=nr % 3 != 0)) for nr in range(9))
    # What a resident can do depends on how far a case is: the first one has a case at each turn.
    ook_van_eerste = (
        Verhaal(9, _goed(3), van_eerste=True),
        Verhaal(26, _tot(24, 4), van_eerste=True),
        Verhaal(50, _afgewezen(1), van_eerste=True),
    )
    return (*eerst, *rest, *nog, *ook_van_eerste)


VERHALEN: Final = _alle()
