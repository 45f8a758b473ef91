"""When a letter is offered: never a day too early, and always as the judgement of the case says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from keukentafel import brieven
from tests.brieven.gevallen import (
    AANVRAAG,
    AFZENDER,
    BESLUIT,
    BEVESTIGD,
    BEZWAAR,
    GESPREK,
    GEVALLEN,
    INGEBREKE,
    MELDING,
    TOT_AANVRAAG,
    TOT_BESLUIT,
    TOT_VERSLAG,
    Feiten,
    beoordeeld,
    feit,
)
from tests.wet.datums import dag


def van(naam: str, feiten: Feiten, op: str) -> brieven.Briefaanbod | None:
    return next((a for a in brieven.aanbod(*beoordeeld(feiten, op)) if a.naam == naam), None)


GETEKEND = {**BEZWAAR, "ondertekend_en_gemotiveerd": True}

# (brief, feiten, dag waarop gevraagd wordt, kan het, vanaf)
DAGEN = [
    # Melding maandag 7 september; twee weken later maandag 21 september: vanaf dinsdag 22.
    ("uitnodiging-vragen", [MELDING], "ma 21-9-2026", False, "di 22-9-2026"),
    ("uitnodiging-vragen", [MELDING], "di 22-9-2026", True, "di 22-9-2026"),
    # Zes weken na maandag 7 september is maandag 19 oktober: vanaf dinsdag 20.
    ("aanvraag-rechtstreeks", [MELDING, GESPREK], "ma 19-10-2026", False, "di 20-10-2026"),
    ("aanvraag-rechtstreeks", [MELDING, GESPREK], "di 20-10-2026", True, "di 20-10-2026"),
    # Melding donderdag 5 november 2026: zes weken later donderdag 17 december.
    ("aanvraag-rechtstreeks", [{**MELDING, "datum": "2026-11-05"}], "do 17-12-2026", False, "vr 18-12-2026"),
    # Melding vrijdag 13 november: zes weken later is Eerste Kerstdag, dus maandag 28 december; vanaf dinsdag 29.
    ("aanvraag-rechtstreeks", [{**MELDING, "datum": "2026-11-13"}], "ma 28-12-2026", False, "di 29-12-2026"),
    ("aanvraag-rechtstreeks", [{**MELDING, "datum": "2026-11-13"}], "di 29-12-2026", True, "di 29-12-2026"),
    # Gesprek donderdag 24 september, twee weken: donderdag 8 oktober. Eerder dan de zes weken.
    ("verslag-vragen", [MELDING, GESPREK], "do 8-10-2026", False, "vr 9-10-2026"),
    ("verslag-vragen", [MELDING, GESPREK], "vr 9-10-2026", True, "vr 9-10-2026"),
    # Aanvraag maandag 5 oktober, twee weken: maandag 19 oktober.
    ("besluit-vragen", TOT_AANVRAAG, "ma 19-10-2026", False, "di 20-10-2026"),
    ("ingebrekestelling", TOT_AANVRAAG, "ma 19-10-2026", False, "di 20-10-2026"),
    ("ingebrekestelling", TOT_AANVRAAG, "di 20-10-2026", True, "di 20-10-2026"),
    # Aanvraag zaterdag 10 oktober: het eind is zaterdag 24, dus maandag 26 oktober; vanaf dinsdag 27.
    ("ingebrekestelling", [*TOT_VERSLAG, {**AANVRAAG, "datum": "2026-10-10"}], "ma 26-10-2026", False, "di 27-10-2026"),
    ("ingebrekestelling", [*TOT_VERSLAG, {**AANVRAAG, "datum": "2026-10-10"}], "di 27-10-2026", True, "di 27-10-2026"),
    # Zes weken na donderdag 15 oktober is donderdag 26 november; nog eens zes: donderdag 7 januari.
    ("ingebrekestelling-bezwaar", [*TOT_BESLUIT, GETEKEND], "do 7-1-2027", False, "vr 8-1-2027"),
    ("ingebrekestelling-bezwaar", [*TOT_BESLUIT, GETEKEND], "vr 8-1-2027", True, "vr 8-1-2027"),
    # Laatste dwangsomdag dinsdag 15 december; twee weken later dinsdag 29 december.
    ("dwangsombesluit-vragen", [*TOT_AANVRAAG, INGEBREKE], "di 29-12-2026", False, "wo 30-12-2026"),
    ("dwangsombesluit-vragen", [*TOT_AANVRAAG, INGEBREKE], "wo 30-12-2026", True, "wo 30-12-2026"),
]


@pytest.mark.parametrize(("naam", "feiten", "op", "kan", "vanaf"), DAGEN)
def test_niet_te_vroeg(naam: str, feiten: Feiten, op: str, kan: bool, vanaf: str) -> None:
    oordeel, zaak, vandaag = beoordeeld(feiten, dag(op))
    aanbod = brieven.aanbod_van(naam, oordeel, zaak, vandaag)
    assert aanbod is not None
    assert (aanbod.kan, aanbod.vanaf) == (kan, dag(vanaf))
    if kan:
        return
    with pytest.raises(brieven.BriefKanNogNiet) as nee:
        brieven.concept(naam, oordeel, zaak, AFZENDER, vandaag)
    assert nee.value.vanaf == dag(vanaf)


ONBEKEND_BESLUIT = {**BESLUIT, "datum": "onbekend"}
# (brief, feiten, dag, staat hij in het aanbod en kan hij?)  None: niet aangeboden.
PAST = [
    ("melding-doen", [], "2026-09-07", True),
    ("melding-doen", [MELDING], "2026-09-07", None),
    ("melding-bevestigen", [MELDING], "2026-09-08", True),
    ("melding-bevestigen", [MELDING, BEVESTIGD], "2026-09-10", None),
    ("persoonlijk-plan", TOT_VERSLAG, "2026-10-05", None),
    ("gesprek-thuis", [MELDING, GESPREK], "2026-09-25", None),
    (
        "gesprek-thuis",
        [MELDING, feit("onderzoeksvorm_gekozen", "2026-09-10", vorm="huisbezoek", reden="wens_inwoner")],
        "2026-09-11",
        None,
    ),
    ("aanvraag-na-verslag", [MELDING], "2026-09-30", None),
    ("aanvraag-na-verslag", TOT_AANVRAAG, "2026-10-06", None),
    ("aanvraag-rechtstreeks", TOT_VERSLAG, "2026-10-30", None),
    ("reactie-op-verslag", TOT_BESLUIT, "2026-10-16", None),
    ("besluit-vragen", [*TOT_AANVRAAG, INGEBREKE], "2026-10-21", None),
    ("ingebrekestelling", [MELDING], "2026-12-31", None),
    ("ingebrekestelling", TOT_BESLUIT, "2026-12-31", None),
    # Een geldige ingebrekestelling is genoeg; een te vroege telt niet, dus kan het opnieuw.
    ("ingebrekestelling", [*TOT_AANVRAAG, INGEBREKE], "2026-10-21", None),
    ("ingebrekestelling", [*TOT_AANVRAAG, {**INGEBREKE, "datum": "2026-10-19"}], "2026-10-20", True),
    # Zonder de dag van de aanvraag weet niemand of het te vroeg is. Vragen wanneer mag wel.
    ("ingebrekestelling", [*TOT_VERSLAG, {**AANVRAAG, "datum": "onbekend"}], "2026-12-31", None),
    ("besluit-vragen", [*TOT_VERSLAG, {**AANVRAAG, "datum": "onbekend"}], "2026-12-31", True),
    ("bezwaar-pro-forma", TOT_AANVRAAG, "2026-10-16", None),
    ("bezwaar-pro-forma", TOT_BESLUIT, "2026-10-16", True),
    ("bezwaar-pro-forma", [*TOT_AANVRAAG, ONBEKEND_BESLUIT], "2026-10-16", True),
    ("bezwaar-pro-forma", [*TOT_BESLUIT, BEZWAAR], "2026-10-27", None),
    # Na de zes weken vraagt de brief om de reden (Awb 6:11); weet niemand tot wanneer, dan de gewone.
    ("bezwaar-pro-forma", TOT_BESLUIT, "2026-11-26", True),
    ("bezwaar-te-laat", TOT_BESLUIT, "2026-11-26", None),
    ("bezwaar-pro-forma", TOT_BESLUIT, "2026-11-27", None),
    ("bezwaar-te-laat", TOT_BESLUIT, "2026-11-27", True),
    ("bezwaar-te-laat", [*TOT_AANVRAAG, ONBEKEND_BESLUIT], "2026-12-31", None),
    ("bezwaar-te-laat", [*TOT_BESLUIT, BEZWAAR], "2026-12-31", None),
    (
        "gegevens-uitstel",
        [*TOT_AANVRAAG, feit("aanvulling_gevraagd", "2026-10-08", tot="2026-10-16")],
        "2026-10-16",
        True,
    ),
    (
        "gegevens-uitstel",
        [*TOT_AANVRAAG, feit("aanvulling_gevraagd", "2026-10-08", tot="2026-10-16")],
        "2026-10-17",
        None,
    ),
    ("toestemming-intrekken", [MELDING], "2026-09-10", None),
    ("klacht", [MELDING], "2026-09-08", True),
    ("inzage-dossier", TOT_BESLUIT, "2026-10-16", True),
]


@pytest.mark.parametrize(("naam", "feiten", "op", "kan"), PAST)
def test_alleen_wat_de_feiten_dragen(naam: str, feiten: Feiten, op: str, kan: bool | None) -> None:
    aanbod = van(naam, feiten, op)
    assert (aanbod.kan if aanbod else None) == kan


def test_een_besluit_zonder_bekende_dag_blijft_vriendelijk_open() -> None:
    oordeel, zaak, vandaag = beoordeeld([*TOT_AANVRAAG, ONBEKEND_BESLUIT], "2026-11-21")
    brief = brieven.concept("bezwaar-pro-forma", oordeel, zaak, AFZENDER, vandaag)
    assert "weet ik niet precies meer" in brief.alineas[0]
    assert "[" not in " ".join(brief.alineas)


def test_een_melding_zonder_bekende_dag_blijft_vriendelijk_open() -> None:
    oordeel, zaak, vandaag = beoordeeld([{**MELDING, "datum": "onbekend"}], "2026-11-21")
    brief = brieven.concept("verslag-vragen", oordeel, zaak, AFZENDER, vandaag)
    assert brief.alineas[0].startswith("Ik heb mij op een datum die ik niet precies meer weet bij u gemeld.")


def test_te_laat_bezwaar_vraagt_om_de_reden() -> None:
    oordeel, zaak, vandaag = beoordeeld(TOT_BESLUIT, "2026-11-27")  # vrijdag, een dag na de zes weken
    te_laat = brieven.concept("bezwaar-te-laat", oordeel, zaak, AFZENDER, vandaag)
    assert brieven.open_plekken(te_laat) == ["waarom u niet eerder bezwaar kon maken"]
    assert any("om op 26 november 2026" in a for a in te_laat.alineas)
    assert any("6:11" in a for a in te_laat.alineas)


def test_wie_schriftelijk_instemde_zegt_niet_dat_hij_niet_instemde() -> None:
    akkoord = feit("beslistermijn_verlengd", "2026-10-16", tot="2026-11-16", schriftelijk=True, instemming=True)
    oordeel, zaak, vandaag = beoordeeld([*TOT_AANVRAAG, akkoord], "2026-11-17")
    for naam in ("besluit-vragen", "ingebrekestelling"):
        tekst = brieven.als_tekst(brieven.concept(naam, oordeel, zaak, AFZENDER, vandaag))
        assert "niet ingestemd" not in tekst
        assert "niet schriftelijk mee ingestemd" not in tekst
        assert "16 november 2026" in tekst


def test_een_gecorrigeerd_feit_telt_zoals_het_verbeterd_is() -> None:
    correctie = feit(
        "feit_gecorrigeerd", "2026-10-19", betreft=6, reden="tikfout", vervangt_door={"datum": "2026-10-06"}
    )
    aanbod = van("ingebrekestelling", [*TOT_AANVRAAG, correctie], "2026-10-20")
    assert aanbod is not None
    assert (aanbod.kan, aanbod.vanaf) == (False, date(2026, 10, 21))


# Letters that go with the same facts ask the same days: every case is walked through once.
ZAKEN = {repr(feiten): naam for naam, (_op, feiten) in reversed(GEVALLEN.items())}


@pytest.mark.parametrize("naam", sorted(ZAKEN.values()))
def test_elke_dag_zegt_het_aanbod_wat_de_beoordeling_zegt(naam: str) -> None:
    """Day by day: what can be sent can be written, what cannot is refused, and notice needs a term that has lapsed."""
    op, feiten = GEVALLEN[naam]
    laatste = max((f["datum"] for f in feiten), default=op)
    moment = date.fromisoformat(laatste)
    for _ in range(25):
        oordeel, zaak, vandaag = beoordeeld(feiten, moment)
        aanbod = {a.naam: a for a in brieven.aanbod(oordeel, zaak, vandaag)}
        verstreken = {t["id"] for t in oordeel["termijnen"] if t["status"] == "overschreden"}
        for wat, termijn in (
            ("ingebrekestelling", "beschikking"),
            ("ingebrekestelling-bezwaar", "beslissing_op_bezwaar"),
        ):
            if wat in aanbod and aanbod[wat].kan:
                assert termijn in verstreken
        assert ("aanvraag-rechtstreeks" in aanbod and aanbod["aanvraag-rechtstreeks"].kan) <= (
            "onderzoek" in verstreken
        )
        _wat_kan_is_te_schrijven(aanbod, oordeel, zaak, vandaag)
        moment += timedelta(days=3)


def _wat_kan_is_te_schrijven(aanbod, oordeel, zaak, vandaag) -> None:  # type: ignore[no-untyped-def]
    for soort in brieven.ALLE:
        if soort in aanbod and aanbod[soort].kan:
            assert brieven.concept(soort, oordeel, zaak, AFZENDER, vandaag).alineas
        else:
            with pytest.raises(brieven.BriefKanNogNiet):
                brieven.concept(soort, oordeel, zaak, AFZENDER, vandaag)


def test_de_brief_van_het_moment_staat_voorop() -> None:
    def eerste(feiten: Feiten, op: str) -> str:
        return brieven.aanbod(*beoordeeld(feiten, op))[0].naam

    assert eerste(TOT_VERSLAG, "2026-10-05") == "aanvraag-na-verslag"
    assert eerste(TOT_AANVRAAG, "2026-10-20") == "ingebrekestelling"
    assert eerste(TOT_BESLUIT, "2026-10-20") == "bezwaar-pro-forma"
    assert eerste([{**MELDING, "spoed": True}], "2026-09-07") != "klacht"


def test_wat_altijd_kan_en_wat_later_kan_staan_achteraan() -> None:
    for op, feiten in GEVALLEN.values():
        rij = brieven.aanbod(*beoordeeld(feiten, op))
        assert [(not a.kan, a.altijd) for a in rij] == sorted((not a.kan, a.altijd) for a in rij)
        assert all(a.waarom and a.bron and "{" not in a.waarom for a in rij)


def test_een_onbekende_brief_is_een_duidelijke_fout() -> None:
    with pytest.raises(brieven.OnbekendeBrief):
        brieven.concept("liefdesbrief", None, None, {}, date(2026, 11, 21))
