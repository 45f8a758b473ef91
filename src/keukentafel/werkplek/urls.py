"""Addresses of the worker's side."""

from __future__ import annotations

from django.urls import path

from keukentafel.werkplek import lijst_views, melding_views, vastleg_views, vraag_views, zaak_views

app_name = "werk"
urlpatterns = [
    path("", lijst_views.start, name="start"),
    path("melding/", melding_views.melding, name="melding"),
    path("zaak/<uuid:zaak_id>/", zaak_views.zaak, name="zaak"),
    path("zaak/<uuid:zaak_id>/neem/", zaak_views.neem, name="neem"),
    path("zaak/<uuid:zaak_id>/afspraak.ics", zaak_views.afspraak, name="afspraak"),
    path("zaak/<uuid:zaak_id>/vastleggen/<slug:soort>/", vastleg_views.vastleg, name="vastleggen"),
    path("vraag/<uuid:zaak_id>/", vraag_views.vraag, name="vraag"),
]
