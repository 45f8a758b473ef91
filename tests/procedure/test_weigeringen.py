"""A file that cannot be right is refused: what is wrong, where, and what would be right, all of it at once."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from keukentafel.procedure import Casus, CasusFout, lees_casus
from keukentafel.procedure.register import FEITSOORTEN
from tests.procedure.casussen import Regel, casus
from tests.wet.datums import dag

VANDAAG = dag("zo 22-11-2026")
KOP = "zaak: Z-1\nfeiten:\n"
MELDING = "  - {soort: melding_ontvangen, datum: 2026-09-01}\n"


def lees(tekst: str) -> Casus:
    return lees_casus(tekst, bestand="zaak.yaml", vandaag=VANDAAG)


def fouten(tekst: str) -> list[str]:
    with pytest.raises(CasusFout) as fout:
        lees(tekst)
    return str(fout.value).splitlines()


# tekst, de hele boodschap
BOODSCHAPPEN = [
    (
        KOP + "  - {soort: melding_ontvangen, datum: 2026-02-30}\n",
        "zaak.yaml, regel 3, feit 1: datum: '2026-02-30' is geen bestaande datum; schrijf jjjj-mm-dd, "
        "bijvoorbeeld 2026-09-01",
    ),
    (
        KOP + "  - {soort: melding_ontvangen, datum: 1-9-2026}\n",
        "zaak.yaml, regel 3, feit 1: datum: '1-9-2026' is geen bestaande datum; schrijf jjjj-mm-dd, "
        "bijvoorbeeld 2026-09-01",
    ),
    (
        KOP + "  - {soort: melding_ontvangen, datum: 2014-12-31}\n",
        "zaak.yaml, regel 3, feit 1: datum: 2014-12-31 ligt vóór 2015-01-01, toen de Wmo 2015 begon",
    ),
    (
        KOP + "  - {soort: melding_ontvangen, datum: 2026-11-23}\n",
        "zaak.yaml, regel 3, feit 1: datum: 2026-11-23 ligt na de peildatum 2026-11-22; laat het feit "
        "weg of kies een latere peildatum",
    ),
    (
        KOP + "  - {soort: melding_ontvangen}\n",
        "zaak.yaml, regel 3, feit 1: datum ontbreekt; schrijf jjjj-mm-dd, of onbekend",
    ),
    (
        KOP + "  - {datum: 2026-09-01}\n",
        "zaak.yaml, regel 3, feit 1: soort ontbreekt; zeg wat er gebeurde, bijvoorbeeld soort: melding_ontvangen",
    ),
    (
        KOP + "  - {soort: melding_ontvange, datum: 2026-09-01}\n",
        "zaak.yaml, regel 3, feit 1: onbekende soort 'melding_ontvange'; bedoelt u melding_ontvangen?",
    ),
    (
        KOP + "  - {soort: melding_ontvangen, datum: 2026-09-01, kanaal: postduif}\n",
        "zaak.yaml, regel 3, feit 1: melding_ontvangen: kanaal: 'postduif' mag alleen zijn: web, "
        "telefoon, brief, email, loket, huisbezoek, professional",
    ),
    (
        KOP + MELDING + "  - {soort: besluit_bekendgemaakt, datum: 2026-10-01}\n",
        "zaak.yaml, regel 4, feit 2: besluit_bekendgemaakt: er is op of vóór die dag geen aanvraag; leg "
        "eerst vast: de aanvraag ontvangen (op of vóór 1 oktober 2026)",
    ),
    (
        KOP + MELDING + MELDING,
        "zaak.yaml, regel 4, feit 2: melding_ontvangen: de melding ontvangen kan maar één keer in een "
        "zaak; begin voor een nieuwe melding een nieuwe zaak",
    ),
    (
        KOP + "  - {soort: gesprek_gevoerd, datum: 2026-09-01}\n",
        "zaak.yaml, regel 3, feit 1: gesprek_gevoerd: er is nog geen melding en geen aanvraag; leg die "
        "eerst vast (op of vóór 1 september 2026)",
    ),
    ("zaak: Z-1\n", "zaak.yaml: feiten ontbreekt; een zaak heeft een lijst feiten, elk met soort en datum"),
    ("feiten: []\n", "zaak.yaml: zaak ontbreekt; geef de zaak een nummer, bijvoorbeeld zaak: Z-2026-0001"),
    (
        "zaak: Z-1\npeildatum: 2026-13-01\nfeiten: []\n",
        "zaak.yaml, regel 2: peildatum: '2026-13-01' is geen bestaande datum; schrijf jjjj-mm-dd, "
        "bijvoorbeeld 2026-09-01",
    ),
    ("zaak: Z-1\nhuishouden: {personen: 3}\nfeiten: []\n", "zaak.yaml, regel 2: huishouden: personen moet 1 of 2 zijn"),
    ("", "zaak.yaml: dit bestand is leeg; een zaak heeft de velden zaak en feiten"),
    ("- een\n- lijst\n", "zaak.yaml, regel 1: dit is geen zaak; een zaak heeft de velden zaak en feiten"),
    ("zaak: Z-1\nzaak: Z-2\nfeiten: []\n", "zaak.yaml, regel 2: het veld 'zaak' staat er twee keer"),
    (
        "zaak: &a Z-1\nfeiten: [*a]\n",
        "zaak.yaml, regel 1: verwijzingen (& en *) mogen niet in een zaak; schrijf het uit",
    ),
    (
        "zaak: Z-1\nfeiten:\n\t- x\n",
        "zaak.yaml, regel 3: hier klopt de opmaak niet (YAML of JSON); kijk naar de inspringing, de "
        "dubbele punt en de haakjes",
    ),
    (
        "zaak: Z-1\nfeiten: [\n",
        "zaak.yaml, regel 3: hier klopt de opmaak niet (YAML of JSON); kijk naar de inspringing, de "
        "dubbele punt en de haakjes",
    ),
    ("zaak: Z-1\nfeiten: " + "[" * 20 + "]" * 20 + "\n", "zaak.yaml, regel 2: hier zitten te veel velden in elkaar"),
    (
        "zaak: Z-1\n---\nzaak: Z-2\n",
        "zaak.yaml, regel 2: er staan meer zaken in dit bestand; zet elke zaak in een eigen bestand",
    ),
    ("zaak: Z-1\n? [a, b]\n: c\nfeiten: []\n", "zaak.yaml, regel 2: een veldnaam moet tekst zijn"),
    ("a" * 2_000_001, "zaak.yaml: dit bestand is te groot; hoogstens 2 miljoen tekens"),
]


@pytest.mark.parametrize(("tekst", "boodschap"), BOODSCHAPPEN, ids=[b[:60] for _, b in BOODSCHAPPEN])
def test_de_boodschap_zegt_waar_wat_en_hoe_het_wel_moet(tekst: str, boodschap: str) -> None:
    assert fouten(tekst) == [boodschap]


def test_alles_in_een_keer_op_volgorde_van_het_bestand() -> None:
    tekst = (
        "peildatum: 2026-11-01\nfeiten:\n"
        "  - {soort: melding_ontvangen, datum: 2026-09-31, kanaal: fax}\n"
        "  - {soort: praatje, datum: 2026-10-01}\n"
        "  - {soort: besluit_bekendgemaakt, datum: 2026-12-01, uitkomst: misschien, motivering: soms}\n"
    )
    gevonden = fouten(tekst)
    assert [regel.split(":")[0] for regel in gevonden] == [
        "zaak.yaml", "zaak.yaml, regel 3, feit 1", "zaak.yaml, regel 3, feit 1", "zaak.yaml, regel 4, feit 2",
        "zaak.yaml, regel 5, feit 3", "zaak.yaml, regel 5, feit 3",
    ]  # fmt: skip
    for stuk in ("zaak ontbreekt", "2026-09-31", "'fax'", "'praatje'", "2026-12-01", "'misschien'", "'soms'"):
        assert sum(stuk in regel for regel in gevonden) == 1


ORDE: list[tuple[list[Regel], bool]] = [
    (["ma 2-3-2026 besluit_bekendgemaakt", "ma 2-3-2026 aanvraag_ontvangen"], True),
    (["ma 2-3-2026 besluit_bekendgemaakt", "di 3-3-2026 aanvraag_ontvangen"], False),
    (["ma 2-3-2026 besluit_bekendgemaakt", "onbekend aanvraag_ontvangen"], True),
    (["ma 2-3-2026 melding_ontvangen", "ma 9-3-2026 beslissing_op_bezwaar_bekendgemaakt"], False),
    (["ma 2-3-2026 melding_ontvangen", "ma 9-3-2026 besluit_gewijzigd"], False),
    (["ma 2-3-2026 melding_ontvangen", "ma 9-3-2026 besluit_ingetrokken"], False),
    (["ma 2-3-2026 melding_ontvangen", "ma 9-3-2026 dwangsom_betaald"], False),
    (["ma 2-3-2026 melding_ontvangen", "ma 9-3-2026 opschorting_beeindigd"], False),
    (["ma 2-3-2026 melding_ontvangen", "di 10-3-2026 gesprek_gevoerd", "wo 11-3-2026 uitnodiging_verstuurd"], True),
    (["ma 2-3-2026 melding_ontvangen", "ma 9-3-2026 dossier_vernietigd", "di 10-3-2026 gesprek_gevoerd"], False),
    (["ma 2-3-2026 melding_ontvangen", "ma 9-3-2026 dossier_vernietigd", "di 10-3-2026 klacht_ontvangen"], True),
    (["ma 2-3-2026 melding_ontvangen", "onbekend dossier_vernietigd", "di 10-3-2026 gesprek_gevoerd"], True),
]


@pytest.mark.parametrize(("feiten", "mag"), ORDE)
def test_alleen_wat_de_gemeente_doet_kan_buiten_de_orde_zijn(feiten: list[Regel], mag: bool) -> None:
    if mag:
        casus(feiten, "ma 1-6-2026")
    else:
        with pytest.raises(CasusFout, match=r"leg (eerst|die eerst) vast|dossier is vernietigd"):
            casus(feiten, "ma 1-6-2026")


@pytest.mark.parametrize(
    "soort",
    [
        "aanvraag_ontvangen",
        "persoonlijk_plan_ontvangen",
        "reactie_op_verslag_ontvangen",
        "ingebrekestelling_ontvangen",
        "beroep_ingesteld",
        "bezwaar_ontvangen",
        "klacht_ontvangen",
        "melding_ingetrokken",
        "aanvraag_ingetrokken",
        "bezwaar_ingetrokken",
        "beroep_ingesteld",
        "gesprek_aan_huis_gevraagd",
        "aanvulling_ontvangen",
        "verzuim_hersteld",
    ],
)
def test_wat_een_inwoner_stuurt_wordt_nooit_geweigerd(soort: str) -> None:
    assert casus([f"ma 2-3-2026 {soort}"], "ma 1-6-2026").feiten[0].soort == soort


def test_json_bom_en_windowsregels_lezen_als_yaml() -> None:
    gegevens = {"zaak": "Z-1", "feiten": [{"soort": "melding_ontvangen", "datum": "2026-09-01"}]}
    for tekst in (
        json.dumps(gegevens),
        json.dumps(gegevens, indent="\t"),
        "\ufeff" + yaml.safe_dump(gegevens),
        yaml.safe_dump(gegevens).replace("\n", "\r\n"),
    ):
        (melding,) = lees(tekst).feiten
        assert (melding.soort, melding.datum) == ("melding_ontvangen", dag("di 1-9-2026"))


def test_een_onbekend_veld_wordt_gezegd_en_niet_gebruikt() -> None:
    gelezen = lees(KOP + "  - {soort: melding_ontvangen, datum: 2026-09-01, kanal: web}\n")
    assert gelezen.opmerkingen == (
        "zaak.yaml, regel 3, feit 1: melding_ontvangen: het veld 'kanal' is niet bekend en is niet gebruikt",
    )


def test_de_peildatum_van_de_vraag_gaat_voor_die_van_het_bestand() -> None:
    tekst = "zaak: Z-1\npeildatum: 2026-10-01\nfeiten: []\n"
    assert lees(tekst).peildatum == dag("do 1-10-2026")
    assert lees_casus(tekst, vandaag=VANDAAG, peildatum=dag("ma 1-6-2026")).peildatum == dag("ma 1-6-2026")


def test_duizenden_feiten_lezen_snel_genoeg() -> None:
    """Refusal for order looks at each fact once, not at each pair."""
    regel = "  - {soort: gegevens_gevraagd, datum: 2026-09-02}\n"
    assert len(lees(KOP + MELDING + regel * 3_000).feiten) == 3_001


STUKJES = st.sampled_from(
    [
        *list(FEITSOORTEN)[:12],
        "soort:",
        "datum:",
        "zaak: Z",
        "feiten:",
        "- ",
        "{",
        "}",
        "[",
        "]",
        "\n",
        "  ",
        "\t",
        "&a",
        "*a",
        "!!python/object",
        "|",
        ">",
        "'",
        '"',
        "2026-09-01",
        "2026-02-30",
        "onbekend",
        "null",
        "true",
        "~",
        "? ",
        ": ",
        "vervangt_door",
        "betreft: 1",
        "feit_gecorrigeerd",
        "\x00",
        "\u2028",
        "\ufeff",
        "é",
        "%YAML 9",
        "---",
        "...",
        "1e999",
        "0x1F",
    ]
)


def _leest_of_weigert(tekst: str) -> None:
    try:
        assert isinstance(lees(tekst), Casus)
    except CasusFout as fout:
        assert fout.fouten and all(f.tekst for f in fout.fouten)


@settings(max_examples=250, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(STUKJES, max_size=25).map("".join)))
def test_elke_tekst_geeft_een_zaak_of_een_weigering(tekst: str) -> None:
    _leest_of_weigert(tekst)


BLAADJES = st.one_of(st.none(), st.booleans(), st.integers(-5, 3000), st.floats(allow_nan=False), st.text(max_size=8),
                     st.sampled_from(["2026-09-01", "onbekend", "2026-02-30", "b1", "pgb", "web"]))  # fmt: skip
INHOUD = st.recursive(
    BLAADJES,
    lambda kind: st.one_of(
        st.lists(kind, max_size=3), st.dictionaries(st.sampled_from(["id", "x", "naam"]), kind, max_size=3)
    ),
    max_leaves=6,
)
VELDEN = sorted({veld for soort in FEITSOORTEN.values() for veld in soort.velden})
FEIT = st.builds(
    lambda soort, datum, velden: {"soort": soort, "datum": datum} | velden,
    st.sampled_from(list(FEITSOORTEN)),
    st.sampled_from(["2026-09-01", "2026-10-01", "onbekend"]),
    st.dictionaries(st.sampled_from(VELDEN), INHOUD, max_size=3),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(FEIT, max_size=4))
def test_elke_inhoud_van_een_veld_geeft_een_zaak_of_een_weigering(feiten: list[dict[str, object]]) -> None:
    _leest_of_weigert(json.dumps({"zaak": "Z-1", "feiten": feiten}))
