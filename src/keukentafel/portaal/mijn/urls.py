"""The addresses of the resident's own side. A uuid or number behind the login belongs to one case."""

from __future__ import annotations

from django.urls import path

from keukentafel.portaal.mijn import (
    begin,
    documenten,
    doen,
    eigen,
    laat_meekijken,
    meekijken,
    melding,
    plan,
    post,
    postwijze,
    toestemming,
    uitnodigen,
    uitnodiging,
    views,
)

app_name = "mijn"
urlpatterns = [
    path("", begin.start, name="start"),
    path("uitnodiging/", uitnodiging.uitnodiging, name="uitnodiging"),
    path("melding/", melding.begin, name="melding"),
    path("melding/<slug:naam>/", melding.stap, name="melding_stap"),
    path("zaak/<uuid:zaak_id>/", views.zaak, name="zaak"),
    path("zaak/<uuid:zaak_id>/doen/<slug:naam>/", doen.doen, name="doen"),
    path("zaak/<uuid:zaak_id>/plan/", plan.plan, name="plan"),
    path("zaak/<uuid:zaak_id>/toestemming/", toestemming.toestemming, name="toestemming"),
    path("zaak/<uuid:zaak_id>/afspraak.ics", views.in_agenda, name="afspraak"),
    path("zaak/<uuid:zaak_id>/feiten/", views.feiten, name="feiten"),
    path("zaak/<uuid:zaak_id>/bewijs/<int:nr>/", views.bewijs, name="bewijs"),
    path("zaak/<uuid:zaak_id>/post/", post.lijst, name="post"),
    path("zaak/<uuid:zaak_id>/post/hoe/", postwijze.postwijze, name="postwijze"),
    path("zaak/<uuid:zaak_id>/post/<int:nr>/", post.lees, name="bericht"),
    path("zaak/<uuid:zaak_id>/post/<int:nr>/brief.pdf", post.als_pdf, name="bericht_pdf"),
    path("zaak/<uuid:zaak_id>/post/<int:nr>/brief-groot.pdf", post.als_pdf, {"groot": True}, name="bericht_groot"),
    path("zaak/<uuid:zaak_id>/documenten/", documenten.lijst, name="documenten"),
    path("zaak/<uuid:zaak_id>/documenten/<uuid:document_id>/download/", documenten.ophalen, name="document"),
    path("zaak/<uuid:zaak_id>/meekijken/", meekijken.lijst, name="meekijken"),
    path("zaak/<uuid:zaak_id>/meekijken/laat/", laat_meekijken.kies, name="meekijken_laat"),
    path("zaak/<uuid:zaak_id>/meekijken/<int:nr>/stop/", meekijken.stop, name="meekijken_stop"),
    path("zaak/<uuid:zaak_id>/meekijken/nodig-uit/", uitnodigen.nodig_uit, name="nodig_uit"),
    path("zaak/<uuid:zaak_id>/meekijken/uitnodiging/<int:nr>/weg/", uitnodigen.weg, name="uitnodiging_weg"),
    path("zaak/<uuid:zaak_id>/wie-keek/", meekijken.kijklog, name="kijklog"),
    path("zaak/<uuid:zaak_id>/meenemen/", views.meenemen, name="meenemen"),
    path("zaak/<uuid:zaak_id>/meenemen/download.yaml", views.bestand, name="bestand"),
    path("zaak/<uuid:zaak_id>/notities/", eigen.notities, name="notities"),
    path("blad/<uuid:zaak_id>/", eigen.blad, name="blad"),
    path("blad/<uuid:zaak_id>/steun/", eigen.steun, name="steun"),
]
