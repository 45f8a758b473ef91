"""Addresses of the worker's side."""

from __future__ import annotations

from django.urls import path

from keukentafel.werkplek import (
    brief_views,
    document_views,
    feiten_views,
    lijst_views,
    melding_views,
    vastleg_views,
    vertegenwoordiger_views,
    voorstel_views,
    vraag_views,
    zaak_views,
)

app_name = "werk"
urlpatterns = [
    path("", lijst_views.start, name="start"),
    path("melding/", melding_views.melding, name="melding"),
    path("zaak/<uuid:zaak_id>/", zaak_views.zaak, name="zaak"),
    path("zaak/<uuid:zaak_id>/feiten/", feiten_views.feiten, name="feiten"),
    path("zaak/<uuid:zaak_id>/feiten/<int:nr>/rechtzetten/", feiten_views.rechtzetten, name="rechtzetten"),
    path("zaak/<uuid:zaak_id>/brieven/", brief_views.lijst, name="brieven"),
    path("zaak/<uuid:zaak_id>/brieven/<int:nr>/", brief_views.brief, name="brief"),
    path("zaak/<uuid:zaak_id>/brieven/<int:nr>/brief.pdf", brief_views.als_pdf, name="brief_pdf"),
    path("zaak/<uuid:zaak_id>/documenten/", document_views.lijst, name="documenten"),
    path("zaak/<uuid:zaak_id>/documenten/<uuid:document_id>/download/", document_views.ophalen, name="document"),
    path("zaak/<uuid:zaak_id>/adres/", brief_views.adres, name="adres"),
    path("zaak/<uuid:zaak_id>/neem/", zaak_views.neem, name="neem"),
    path("zaak/<uuid:zaak_id>/afspraak.ics", zaak_views.afspraak, name="afspraak"),
    path("zaak/<uuid:zaak_id>/vastleggen/<slug:soort>/", vastleg_views.vastleg, name="vastleggen"),
    path("zaak/<uuid:zaak_id>/voorstel/<slug:soort>/", voorstel_views.voorstel, name="voorstel"),
    path("zaak/<uuid:zaak_id>/voorstel/<slug:soort>/terug/", voorstel_views.terug, name="voorstel_terug"),
    path("zaak/<uuid:zaak_id>/vertegenwoordiger/", vertegenwoordiger_views.vertegenwoordiger, name="vertegenwoordiger"),
    path(
        "zaak/<uuid:zaak_id>/vertegenwoordiger/<int:nr>/klopt/",
        vertegenwoordiger_views.bevestig,
        name="vertegenwoordiger_klopt",
    ),
    path(
        "zaak/<uuid:zaak_id>/vertegenwoordiger/<int:nr>/stop/",
        vertegenwoordiger_views.stop,
        name="vertegenwoordiger_stop",
    ),
    path(
        "zaak/<uuid:zaak_id>/vertegenwoordiger/<int:nr>/weg/",
        vertegenwoordiger_views.trek_in,
        name="vertegenwoordiger_weg",
    ),
    path("vraag/<uuid:zaak_id>/", vraag_views.vraag, name="vraag"),
]
