"""Logging out: here, everywhere, at the provider as well, and when the provider says so from behind."""

from __future__ import annotations

import base64
import json
import logging
import re
import time
import uuid
from collections.abc import Callable
from typing import Any

import pytest
import requests
from django.test import Client

from keukentafel.dossier.models import Gebruiker, GebruiktBewijs, Sessie
from keukentafel.inrichting.inloggen.afmelding import GEBEURTENIS

LogIn = Callable[..., Any]
Afmelding = Callable[..., str]
HIER = "/inloggen/afmelden/medewerker/"


def is_ingelogd(client: Client) -> bool:
    return client.get("/inloggen/wie/").status_code == 200


def test_overal_uitloggen(sanne: Gebruiker, log_in: LogIn) -> None:
    hier, elders = Client(), Client()
    log_in(hier, "medewerker", "sanne-1")
    log_in(elders, "medewerker", "sanne-1")
    tekst = hier.get("/inloggen/wie/").content.decode()
    assert "Op dit apparaat" in tekst and "Op een ander apparaat" in tekst
    assert hier.get("/inloggen/overal-uit/").status_code == 200
    assert hier.post("/inloggen/overal-uit/").status_code == 302
    assert not is_ingelogd(hier) and not is_ingelogd(elders) and not Sessie.objects.exists()


def test_het_logboek_noemt_de_rekening_en_nooit_de_persoon(
    sanne: Gebruiker, log_in: LogIn, caplog: pytest.LogCaptureFixture
) -> None:
    logger = logging.getLogger("keukentafel")
    logger.addHandler(caplog.handler)
    try:
        client = Client()
        log_in(client, "medewerker", "sanne-1", acr=None, name="Sanne de Boer")
        log_in(client, "medewerker", "sanne-1", name="Sanne de Boer")
        client.post("/inloggen/uit/")
    finally:
        logger.removeHandler(caplog.handler)
    regels = [r.getMessage() for r in caplog.records if r.name == "keukentafel.beveiliging"]
    assert regels == [
        "INLOGGEN_MISLUKT bij=medewerker reden=de_inlogdienst_heeft_geen_tweede_factor_gevraagd",
        f"INGELOGD rekening={sanne.pk} als=medewerker",
        f"UITGELOGD rekening={sanne.pk} reden=zelf",
    ]


def test_uitloggen_ook_bij_de_inlogdienst(sanne: Gebruiker, log_in: LogIn, uitgever: str) -> None:
    client = Client()
    log_in(client, "medewerker", "sanne-1")
    assert client.get("/inloggen/uit/").status_code == 405 and is_ingelogd(client)
    antwoord = client.post("/inloggen/uit/")
    assert antwoord["Location"] == "/inloggen/uitgelogd/?bij=medewerker"
    assert antwoord["Clear-Site-Data"] == '"cache"' and not Sessie.objects.exists()
    tekst = client.get(antwoord["Location"]).content.decode()
    assert f'href="{uitgever}/oauth2/end_session?post_logout_redirect_uri=' in tekst and "id_token" not in tekst


def test_een_ander_apparaat_uitloggen(sanne: Gebruiker, log_in: LogIn) -> None:
    hier, elders = Client(), Client()
    log_in(elders, "medewerker", "sanne-1")
    log_in(hier, "medewerker", "sanne-1")
    merken = re.findall(r'name="sessie" value="(\w+)"', hier.get("/inloggen/overal-uit/").content.decode())
    assert len(merken) == 2 and not Sessie.objects.filter(session_key__in=merken).exists()
    assert hier.post("/inloggen/overal-uit/", {"sessie": "0" * 16}).status_code == 302
    assert is_ingelogd(hier) and is_ingelogd(elders)
    hier.post("/inloggen/overal-uit/", {"sessie": merken[1]})
    assert is_ingelogd(hier) and not is_ingelogd(elders)


def test_niemand_beeindigt_de_sessie_van_een_ander(sanne: Gebruiker, log_in: LogIn, als: Any) -> None:
    client, ander = Client(), als("consulent")
    log_in(client, "medewerker", "sanne-1")
    (merk,) = re.findall(r'name="sessie" value="(\w+)"', client.get("/inloggen/overal-uit/").content.decode())
    ander.post("/inloggen/overal-uit/", {"sessie": merk})
    assert is_ingelogd(client)


# --- From behind: the provider says that somebody logged out there


@pytest.fixture
def afmelding(uitgever: str) -> Afmelding:
    """A logout token that the provider signed; `claims` change it, None leaves one out."""

    def maak(kop: dict[str, Any] | None = None, **claims: Any) -> str:
        heel = {
            "iss": uitgever, "aud": "kt-medewerker", "iat": int(time.time()), "jti": str(uuid.uuid4()),
            "exp": int(time.time()) + 120, "events": {GEBEURTENIS: {}}, "sub": "sanne-1",
        } | claims  # fmt: skip
        lijf = {
            "kop": {"alg": "RS256", "typ": "logout+jwt"} | (kop or {}),
            "claims": {n: w for n, w in heel.items() if w is not None},
        }
        return requests.post(f"{uitgever}/teken", json=lijf, timeout=10).text

    return maak


def stuur(bewijs: str, soort: str = "medewerker") -> Any:
    return Client(enforce_csrf_checks=True).post(f"/inloggen/afmelden/{soort}/", {"logout_token": bewijs})


def test_uitgelogd_bij_de_inlogdienst_is_uitgelogd_hier(sanne: Gebruiker, log_in: LogIn, afmelding: Afmelding) -> None:
    een, twee = Client(), Client()
    log_in(een, "medewerker", "sanne-1", sid="s-1")
    log_in(twee, "medewerker", "sanne-1", sid="s-2")
    antwoord = stuur(afmelding(sid="s-1"))
    assert (antwoord.status_code, antwoord.json()) == (200, {"ended": 1})
    assert antwoord["Cache-Control"] == "no-store" and not antwoord.cookies
    assert not is_ingelogd(een) and is_ingelogd(twee)
    assert stuur(afmelding(sid=None)).json() == {"ended": 1}
    assert not is_ingelogd(twee)


def test_een_sessie_zonder_sid_eindigt_op_de_naam(sanne: Gebruiker, log_in: LogIn, afmelding: Afmelding) -> None:
    client = Client()
    log_in(client, "medewerker", "sanne-1")
    assert stuur(afmelding(sub="iemand-anders", sid="s-9")).json() == {"ended": 0}
    assert is_ingelogd(client)
    assert stuur(afmelding(sid="s-9")).json() == {"ended": 1}
    assert not is_ingelogd(client)


def test_alleen_de_sessie_bij_naam(sanne: Gebruiker, log_in: LogIn, afmelding: Afmelding) -> None:
    client = Client()
    log_in(client, "medewerker", "sanne-1", sid="s-1")
    assert stuur(afmelding(sub=None, sid="s-2")).json() == {"ended": 0}
    assert stuur(afmelding(sub=None, sid="s-1")).json() == {"ended": 1}
    assert not is_ingelogd(client)


def test_ook_een_inwoner(voorbeeldstad: Any, log_in: LogIn, afmelding: Afmelding) -> None:
    from keukentafel.dossier.models import Betrokkene

    betrokkene = Betrokkene.objects.first()
    assert betrokkene is not None
    client = Client()
    log_in(client, "inwoner", "broker-1", bsn=betrokkene.bsn, sid="s-1")
    assert stuur(afmelding(sub="broker-1"), "inwoner").status_code == 400
    assert stuur(afmelding(sub="broker-1", aud="kt-inwoner"), "inwoner").json() == {"ended": 1}
    assert not is_ingelogd(client)


NU = time.time()
SLECHT = {
    "andere uitgever": {"iss": "https://elders.example"},
    "andere site": {"aud": "een-andere-site"},
    "geen ontvanger": {"aud": None},
    "te oud": {"iat": int(NU) - 3600, "exp": int(NU) + 3600},
    "uit de toekomst": {"iat": int(NU) + 3600},
    "verlopen": {"exp": int(NU) - 600},
    "zonder tijd": {"iat": None},
    "tijd in letters": {"iat": "nu"},
    "zonder gebeurtenis": {"events": None},
    "andere gebeurtenis": {"events": {"http://schemas.openid.net/event/iets-anders": {}}},
    "gebeurtenis is geen object": {"events": {GEBEURTENIS: "ja"}},
    "met nonce": {"nonce": "n"},
    "zonder wie": {"sub": None},
    "wie is geen tekst": {"sub": ["sanne-1"]},
    "zonder nummer": {"jti": None},
    "een inlogbewijs": {"kop": {"typ": "at+jwt"}},
}


@pytest.mark.parametrize("hoe", SLECHT.values(), ids=SLECHT)
def test_een_afmelding_die_niet_klopt_doet_niets(
    sanne: Gebruiker, log_in: LogIn, afmelding: Afmelding, hoe: Any
) -> None:
    client = Client()
    log_in(client, "medewerker", "sanne-1", sid="s-1")
    antwoord = stuur(afmelding(**hoe))
    assert antwoord.status_code == 400 and antwoord.json()["error"] == "invalid_request"
    assert is_ingelogd(client) and not GebruiktBewijs.objects.exists()


def test_een_handtekening_van_een_ander(sanne: Gebruiker, log_in: LogIn, afmelding: Afmelding) -> None:
    client = Client()
    log_in(client, "medewerker", "sanne-1", sid="s-1")
    kop, lijf, zegel = afmelding().split(".")

    def deel(inhoud: Any) -> str:
        return base64.urlsafe_b64encode(json.dumps(inhoud).encode()).rstrip(b"=").decode()

    ander = json.loads(base64.urlsafe_b64decode(lijf + "==")) | {"sub": "iemand"}
    for bewijs in (
        "", "x", "a.b.c", f"{kop}.{lijf}.", f"{kop}.{deel(ander)}.{zegel}", f"{deel({'alg': 'none'})}.{lijf}.",
        f"{deel({'alg': 'HS256'})}.{lijf}.{zegel}", f"{kop}.{deel([1])}.{zegel}", "x" * 9000,
    ):  # fmt: skip
        assert stuur(bewijs).status_code == 400, bewijs[:40]
    assert is_ingelogd(client)


def test_een_afmelding_telt_een_keer(sanne: Gebruiker, log_in: LogIn, afmelding: Afmelding) -> None:
    bewijs = afmelding()
    assert stuur(bewijs).status_code == 200
    client = Client()
    log_in(client, "medewerker", "sanne-1")
    assert stuur(bewijs).status_code == 400 and is_ingelogd(client)


def test_waar_geen_dienst_is_luistert_niemand(sanne: Gebruiker, aanbiedertjes: Any, afmelding: Afmelding) -> None:
    assert stuur(afmelding(), "onbekend").status_code == 404
    assert Client().get(HIER).status_code == 405


def test_na_veel_onzin_luistert_de_deur_even_niet(sanne: Gebruiker, aanbiedertjes: Any, afmelding: Afmelding) -> None:
    assert [stuur("x").status_code for _ in range(21)] == [400] * 20 + [429]
    assert stuur(afmelding()).status_code == 429
