"""Reading one's own case: everything recorded, who looked, letters, documents, and the whole as one file."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from keukentafel.dossier.models import Betrokkene, Kijk, Uitgaand, Zaak
from keukentafel.dossier.toegang import persoon
from keukentafel.dossier.vastleggen import open_zaak, vandaag
from keukentafel.dossier.woorden import feitwoord
from keukentafel.inrichting.voorbeeldgemeente import speler
from keukentafel.procedure import lees_casus

from .conftest import Als, tekst, vul_in

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def test_elke_blik_staat_in_de_lijst_die_de_inwoner_ziet(als: Als, zaak: Zaak) -> None:
    als("clientondersteuner").get(f"/mijn/zaak/{zaak.pk}/")
    kijk = Kijk.objects.filter(zaak=zaak, gebruiker=speler("clientondersteuner")).get()
    assert (kijk.rol, kijk.waarom) == ("clientondersteuner", "helpt de inwoner")
    pagina = tekst(als("inwoner").get(f"/mijn/zaak/{zaak.pk}/wie-keek/"))
    assert "Farida Haddou</strong> (Cliëntondersteuner)" in pagina and "Om u te helpen" in pagina
    assert "Wanneer u zelf keek" in pagina


def test_het_bestand_is_de_hele_zaak_en_wat_nu_opent_het(als: Als, zaak: Zaak) -> None:
    antwoord = als("inwoner").get(f"/mijn/zaak/{zaak.pk}/meenemen/download.yaml")
    assert antwoord["Cache-Control"] == "no-store" and "attachment" in antwoord["Content-Disposition"]
    casus = lees_casus(antwoord.content.decode(), vandaag=vandaag())
    assert len(casus.feiten) == zaak.versie and casus.zaak == zaak.nummer
    bestand = SimpleUploadedFile("mijn-dossier.yaml", antwoord.content, "application/yaml")
    open_ = Client().post("/wat-nu/bestand/openen/", {"bestand": bestand})
    assert open_.status_code == 200 and "Uw bestand is geopend" in tekst(open_)


def test_alles_wat_is_vastgelegd_staat_er_in_woorden(als: Als, zaak: Zaak) -> None:
    pagina = tekst(als("inwoner").get(f"/mijn/zaak/{zaak.pk}/feiten/"))
    assert pagina.count('class="kt-kaart"') == zaak.versie
    for woorden in ("Besproken", "Bij de inwoner thuis", "Ik kan niet meer stofzuigen en ramen lappen"):
        assert woorden in pagina
    assert "_" not in "".join(deel.split("<")[0] for deel in pagina.split('<dd class="wn-regels">')[1:])


def test_het_bewijs_zegt_wat_er_staat_en_niet_wat_het_formulier_zei(als: Als, zaak: Zaak) -> None:
    client = als("inwoner")
    antwoord = vul_in(client, f"/mijn/zaak/{zaak.pk}/doen/reageren/", {"f-toelichting": "De trap ontbreekt."})
    eigen = tekst(client.get(antwoord["Location"]))
    assert "De trap ontbreekt." in eigen and "mag leeg" not in eigen
    van_een_ander = tekst(client.get(f"/mijn/zaak/{zaak.pk}/bewijs/2/")).split("<main")[1]
    assert van_een_ander.count(str(feitwoord("ontvangst_bevestigd"))) == 1


def test_een_feit_dat_er_niet_is(als: Als, zaak: Zaak) -> None:
    assert als("inwoner").get(f"/mijn/zaak/{zaak.pk}/bewijs/999/").status_code == 404


def _bericht(zaak: Zaak, kanaal: str, nr: int) -> Uitgaand:
    return Uitgaand.objects.create(
        zaak=zaak, feit_nr=1, soort="proef", kanaal=kanaal, sleutel=f"proef/{nr}", onderwerp=f"Bericht {nr}",
        gemaakt_op=timezone.now(), volgende_poging=timezone.now(),
    )  # fmt: skip


def test_een_bericht_openen_is_lezen_maar_niet_door_een_ander(als: Als, zaak: Zaak) -> None:
    bericht, papier = _bericht(zaak, "portaal", 1), _bericht(zaak, "print", 2)
    adres = f"/mijn/zaak/{zaak.pk}/post/{bericht.pk}/"
    assert "1 nieuw bericht" in tekst(als("inwoner").get("/mijn/"))
    als("clientondersteuner").get(adres)
    assert Uitgaand.objects.get(pk=bericht.pk).gelezen_op is None
    als("inwoner").get(adres)
    als("inwoner").get(f"/mijn/zaak/{zaak.pk}/post/{papier.pk}/")
    assert Uitgaand.objects.get(pk=bericht.pk).gelezen_op is not None
    assert Uitgaand.objects.get(pk=papier.pk).gelezen_op is None
    lijst = tekst(als("inwoner").get(f"/mijn/zaak/{zaak.pk}/post/"))
    assert "gelezen" in lijst and "op papier" in lijst


def test_een_brief_van_een_andere_zaak_is_er_niet(als: Als, zaak: Zaak, late_zaak: Zaak) -> None:
    ander = _bericht(late_zaak, "portaal", 1)
    for rest in ("", "brief.pdf"):
        assert als("inwoner").get(f"/mijn/zaak/{zaak.pk}/post/{ander.pk}/{rest}").status_code == 404


def test_de_brief_van_de_gemeente_staat_er_zoals_hij_ging(als: Als, zaak: Zaak) -> None:
    from keukentafel.brieven.gemeente import berichten_voor

    melding = {
        "soort": "melding_ontvangen",
        "datum": vandaag().isoformat(),
        "behoeften": [{"id": "b1", "vraag": "De was"}],
    }
    bevestigd = {"soort": "ontvangst_bevestigd", "datum": vandaag().isoformat(), "wijze": "brief"}
    mens = persoon(speler("consulent"), vandaag())
    nieuw = open_zaak(
        zaak.gemeente, zaak.betrokkene, [melding, bevestigd], wie=mens, deur="test", team=zaak.team,
        berichten=berichten_voor,
    ).zaak  # fmt: skip
    bericht = nieuw.uitgaand.get()
    client, adres = als("inwoner"), f"/mijn/zaak/{nieuw.pk}/post/{bericht.pk}/"
    pagina = tekst(client.get(adres))
    assert bericht.onderwerp in pagina and "A. Bloemendaal" in pagina and "kan hier niet worden getoond" not in pagina
    pdf = client.get(f"{adres}brief.pdf")
    assert pdf.content.startswith(b"%PDF-") and pdf["Content-Type"] == "application/pdf"
    assert f"{adres}brief-groot.pdf" in pagina
    groot = client.get(f"{adres}brief-groot.pdf")
    assert groot.content.startswith(b"%PDF-") and groot.content != pdf.content
    Betrokkene.objects.update(groot=True)
    assert client.get(f"{adres}brief.pdf").content == groot.content, "wie voor grote letters koos, krijgt ze"


def test_een_document_erbij_en_er_weer_uit(als: Als, zaak: Zaak, settings: Any, tmp_path: Any) -> None:
    settings.MAP = str(tmp_path)
    client, adres = als("inwoner"), f"/mijn/zaak/{zaak.pk}/documenten/"
    assert "Kies eerst een bestand" in tekst(vul_in(client, adres, {}))
    fout = vul_in(client, adres, {"bestand": SimpleUploadedFile("brief.pdf", b"MZ\x90\x00\x03programma")})
    assert fout.status_code == 422 and "pdf" in tekst(fout)
    assert vul_in(client, adres, {"bestand": SimpleUploadedFile("brief.pdf", PDF)}).status_code == 302
    document = zaak.documenten.get()
    assert document.naam == "brief.pdf" and document.rol == "inwoner"
    haal = client.get(f"{adres}{document.pk}/download/")
    if document.gekeurd:
        assert haal.content == PDF and "attachment" in haal["Content-Disposition"]
        assert haal["X-Content-Type-Options"] == "nosniff"
    else:
        assert haal.status_code == 302 and "wordt nog gecontroleerd" in tekst(client.get(adres))


def test_het_bureau_van_de_ondersteuner(als: Als, zaak: Zaak) -> None:
    pagina = tekst(als("clientondersteuner").get("/mijn/"))
    assert "Mijn cliënten" in pagina and "A. Bloemendaal" in pagina and zaak.nummer in pagina
    assert "J. Terpstra" not in pagina


def test_wie_niets_heeft_ziet_wat_nu_kan(als: Als, zaak: Zaak) -> None:
    from keukentafel.dossier.models import Betrokkene, Gebruiker, Mandaat

    nieuw = Gebruiker.objects.create(uitgever="test", onderwerp="nieuw", naam="Nieuw Mens")
    mens = Betrokkene.objects.create(gemeente=zaak.gemeente, naam="Nieuw Mens")
    Mandaat.objects.create(gebruiker=nieuw, gemeente=zaak.gemeente, rol="inwoner", betrokkene=mens, vanaf=vandaag())
    pagina = tekst(als(nieuw).get("/mijn/"))
    assert "nog geen zaak" in pagina and 'href="/mijn/melding/"' in pagina


def test_een_adres_dat_er_niet_is_heeft_het_kader_van_wie_is_ingelogd(als: Als, zaak: Zaak) -> None:
    client = als("inwoner")
    for adres in ("/mijn/bestaat-niet/", "/en/mijn/zaak/", f"/mijn/zaak/{zaak.pk}/bestaat-niet/"):
        antwoord = client.get(adres)
        assert antwoord.status_code == 404 and 'action="/inloggen/uit/"' in tekst(antwoord).replace("/en/", "/"), adres
        assert antwoord["Cache-Control"] == "no-store"
    sleutel = client.session["_csrftoken"]
    client.get("/mijn/bestaat-niet/")
    client.get("/beheer/voorbeeldstad/")
    assert client.session["_csrftoken"] == sleutel, "een formulier dat openstaat blijft geldig"
    niemand = Client().get("/mijn/bestaat-niet/")
    assert niemand.status_code == 404 and "/inloggen/uit/" not in tekst(niemand)
    assert "/inloggen/uit/" not in tekst(client.get("/bestaat-niet/")), "een openbaar adres weet niet wie er is"
