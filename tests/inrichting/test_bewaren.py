"""Looking after what is kept: verify the chains, rebuild the lists, lay out an installation."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from keukentafel.inrichting.databank import BESTAND, databank
from keukentafel.inrichting.geheimen import DEMOBESTAND, wat_ontbreekt
from keukentafel.inrichting.verhalen import VERHALEN

PROGRAMMA = [sys.executable, "-W", "error", "-c", "from keukentafel.inrichting.opdrachten import main; main()"]
GEHEIMEN = {f"KEUKENTAFEL_{naam}": naam * 10 for naam in ("GEHEIM", "SLEUTELS", "INDEXSLEUTEL")}
OIDC = {f"KEUKENTAFEL_OIDC_MEDEWERKER_{naam}": "x" for naam in ("CLIENT_ID", "CLIENT_GEHEIM", "ACR")}
OIDC |= {"KEUKENTAFEL_OIDC_MEDEWERKER_UITGEVER": "https://idp.example"}


def roep(*woorden: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAMMA, *woorden], capture_output=True, text=True, env={"PATH": "/usr/bin:/bin"} | omgeving
    )


@pytest.fixture(scope="module")
def eerst(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a demo, as it is after its first start."""
    map_ = tmp_path_factory.mktemp("demo")
    code = (
        f"from pathlib import Path; from keukentafel.inrichting.demo import _richt_in; _richt_in(Path({str(map_)!r}))"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, env={"PATH": "/usr/bin:/bin"})
    return map_


@pytest.fixture
def data(eerst: Path, tmp_path: Path) -> Path:
    shutil.copytree(eerst, tmp_path / "data")
    return tmp_path / "data"


def verander(data: Path, *opdrachten: str) -> None:
    """What somebody with the file in hands can do: first away with the guard, then change."""
    with sqlite3.connect(data / BESTAND) as databank:
        for wachter in [rij[0] for rij in databank.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
            databank.execute(f"DROP TRIGGER {wachter}")
        for opdracht in opdrachten:
            databank.execute(opdracht)
    databank.close()


EEN_ZAAK = "(SELECT id FROM dossier_zaak ORDER BY nummer LIMIT 1)"


def test_een_hele_keten_klopt(data: Path) -> None:
    antwoord = roep("controleer", "--map", str(data))
    assert (antwoord.returncode, antwoord.stderr) == (0, "")
    assert antwoord.stdout.startswith(f"{len(VERHALEN)} zaken, ") and antwoord.stdout.endswith("elke keten klopt.\n")


@pytest.mark.parametrize(
    ("daad", "melding"),
    [
        (f"UPDATE dossier_feit SET datum = '2020-01-01' WHERE nr = 3 AND zaak_id = {EEN_ZAAK}", "feit 3 ("),
        (f"UPDATE dossier_feit SET rol = 'inwoner' WHERE nr = 2 AND zaak_id = {EEN_ZAAK}", "feit 2 ("),
        (f"DELETE FROM dossier_feit WHERE nr = 2 AND zaak_id = {EEN_ZAAK}", "feit 2 ontbreekt"),
        (f"DELETE FROM dossier_feit WHERE nr >= 4 AND zaak_id = {EEN_ZAAK}", "na feit 3 zijn feiten verdwenen"),
    ],
)
def test_geknoei_wordt_gevonden_en_de_eerste_breuk_genoemd(data: Path, daad: str, melding: str) -> None:
    verander(data, daad)
    antwoord = roep("controleer", "--map", str(data))
    (regel,) = antwoord.stderr.splitlines()
    assert antwoord.returncode == 1 and antwoord.stdout == ""
    assert regel.startswith("Zaak ") and melding in regel


@pytest.mark.parametrize("daad", ["UPDATE dossier_feit SET soort = 'x'", "DELETE FROM dossier_feit"])
def test_de_databank_zelf_weigert_een_feit_te_veranderen(data: Path, daad: str) -> None:
    databank_ = sqlite3.connect(data / BESTAND)
    with pytest.raises(sqlite3.IntegrityError, match="alleen toegevoegd"):
        databank_.execute(daad)
    databank_.close()


def test_herbouw_maakt_de_lijst_weer_zoals_de_feiten_zijn(data: Path) -> None:
    kolommen = "SELECT nummer, fase, open, spoed, uiterlijk, geschonden FROM dossier_zaak ORDER BY nummer"
    with sqlite3.connect(data / BESTAND) as databank_:
        voor = databank_.execute(kolommen).fetchall()
        databank_.execute("UPDATE dossier_zaak SET fase = 'melding', uiterlijk = NULL, geschonden = 9")
    databank_.close()
    antwoord = roep("herbouw", "--map", str(data))
    n = len(VERHALEN)
    melding = f"{n} zaken opnieuw berekend; {n} stonden anders in de lijst.\n"
    assert (antwoord.returncode, antwoord.stdout) == (0, melding)
    with sqlite3.connect(data / BESTAND) as databank_:
        assert databank_.execute(kolommen).fetchall() == voor
    databank_.close()
    assert "; 0 stonden anders" in roep("herbouw", "--map", str(data)).stdout


def test_de_geheimen_van_de_demo_zijn_alleen_voor_de_eigenaar(eerst: Path) -> None:
    assert (eerst / DEMOBESTAND).stat().st_mode & 0o777 == 0o600


# --- A real installation


def test_een_installatie_van_het_begin_af(tmp_path: Path) -> None:
    omgeving = GEHEIMEN | OIDC | {"KEUKENTAFEL_MAP": str(tmp_path)}
    assert roep("migreer", **omgeving).stdout == "De databank is bij.\n"
    woorden = "gemeente Voorbeeldstad --kenmerk voorbeeldstad --beheerder a1 --beheerder-naam Karaca".split()
    assert roep(*woorden, **omgeving).stdout == "Voorbeeldstad staat klaar; Karaca is beheerder.\n"
    nog_eens = roep(*woorden, **omgeving)
    assert nog_eens.returncode == 1 and "bestaat al" in nog_eens.stderr
    assert roep("controleer", **omgeving).stdout == "0 zaken, 0 feiten: elke keten klopt.\n"


@pytest.mark.parametrize(
    ("woorden", "omgeving", "melding"),
    [
        (["controleer"], {}, "Er is geen databank"),
        (["controleer", "--map", "bestaat-niet"], {}, "--map:"),
        (["migreer", "--map", "bestaat-niet"], {}, "--map:"),
        (["controleer"], GEHEIMEN | {"KEUKENTAFEL_DATABASE": "leeg.sqlite3"}, "Maak hem met:  keukentafel migreer"),
        (["herbouw"], {"KEUKENTAFEL_DATABASE": "leeg.sqlite3"}, "KEUKENTAFEL_SLEUTELS ontbreekt"),
        (["herbouw"], GEHEIMEN | {"KEUKENTAFEL_DATABASE": "mysql://x/y"}, "mysql:// kan niet"),
        (
            "gemeente X --kenmerk x --beheerder a --beheerder-naam b".split(),
            GEHEIMEN | {"KEUKENTAFEL_DATABASE": "leeg.sqlite3"},
            "Maak hem met",
        ),
    ],
)
def test_wat_niet_kan_wordt_gezegd(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, woorden: list[str], omgeving: dict[str, str], melding: str
) -> None:
    monkeypatch.chdir(tmp_path)
    antwoord = roep(*woorden, **omgeving)
    assert (antwoord.returncode, antwoord.stdout) == (1, "")
    assert melding in antwoord.stderr and "Traceback" not in antwoord.stderr


def test_zonder_geheimen_start_een_echte_site_niet(tmp_path: Path) -> None:
    code = "import keukentafel.inrichting.wsgi"
    for mist in GEHEIMEN:
        omgeving = {k: v for k, v in GEHEIMEN.items() if k != mist} | {"KEUKENTAFEL_MAP": str(tmp_path)}
        uit = subprocess.run([sys.executable, "-c", code], env=omgeving, capture_output=True, text=True)
        assert uit.returncode == 1 and f"{mist} ontbreekt" in uit.stderr and "Traceback" not in uit.stderr


def test_een_geheim_is_lang_genoeg() -> None:
    assert not wat_ontbreekt(GEHEIMEN)
    assert "te kort" in wat_ontbreekt(GEHEIMEN | {"KEUKENTAFEL_SLEUTELS": f"{'a' * 40},kort"})[0]


def test_de_databank_is_een_instelling() -> None:
    postgres = databank("postgres://mies:ge%40heim@db.example:5433/zaken?sslmode=verify-full", "")
    assert postgres["ENGINE"].endswith("postgresql")
    assert [postgres[n] for n in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "mies", "ge@heim", "db.example", "5433", "zaken",
    ]  # fmt: skip
    assert postgres["OPTIONS"]["sslmode"] == "verify-full" and postgres["OPTIONS"]["prepare_threshold"] == 5
    alleen = databank("postgres://db.example/zaken?voorbereiden=nee", "")["OPTIONS"]
    assert alleen["prepare_threshold"] is None and "voorbereiden" not in alleen
    assert databank("postgresql:///zaken?host=/var/run/pg", "")["HOST"] == "/var/run/pg"
    sqlite = databank("", "ergens")
    assert sqlite["NAME"] == str(Path("ergens") / BESTAND) and sqlite["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in sqlite["OPTIONS"]["init_command"] and "WAL" in sqlite["OPTIONS"]["init_command"]
    assert databank("eigen.db", "ergens")["NAME"] == "eigen.db"
    with pytest.raises(ValueError, match="naam van de databank"):
        databank("postgres://db.example/", "")


@pytest.mark.django_db
def test_herbouw_schrijft_niet_over_een_feit_heen_dat_intussen_binnenkwam(
    voorbeeldstad: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from keukentafel.dossier import afgeleid
    from keukentafel.dossier.models import Zaak
    from keukentafel.dossier.vastleggen import vandaag

    echt = afgeleid.vul

    def met_een_ander_ertussen(zaak: Zaak, *rest: object) -> object:
        Zaak.objects.filter(pk=zaak.pk).update(versie=zaak.versie + 1, fase="intussen")
        return echt(zaak, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(afgeleid, "vul", met_een_ander_ertussen)
    afgeleid.herbouw(vandaag())
    assert set(Zaak.objects.values_list("fase", flat=True)) == {"intussen"}


@pytest.mark.parametrize(
    ("adres", "lijn"),
    [
        ("postgres://u:p@db.gemeente.example/kt", "require"),
        ("postgres://u:p@db.gemeente.example/kt?sslmode=verify-full", "verify-full"),
        ("postgres://u:p@db/kt?sslmode=disable", "disable"),
        ("postgres://u:p@127.0.0.1:5432/kt", None),
        ("postgres://u:p@localhost/kt", None),
        ("postgres:///kt?host=/var/run/postgresql", None),
        ("postgres:///kt", None),
    ],
)
def test_naar_een_andere_machine_is_de_lijn_versleuteld(adres: str, lijn: str | None) -> None:
    assert databank(adres, "")["OPTIONS"].get("sslmode") == lijn
