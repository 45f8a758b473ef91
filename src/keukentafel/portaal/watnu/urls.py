"""The addresses of this part of the site. None of them ever holds anything about a visitor."""

from __future__ import annotations

from django.urls import path

from keukentafel.portaal.watnu import views

app_name = "watnu"
urlpatterns = [
    path("", views.start, name="start"),
    path("vraag/", views.vraag, name="vraag"),
    path("uitkomst/", views.resultaat, name="uitkomst"),
    path("blad/", views.papier, name="blad"),
    path("blad/download.pdf", views.papier_pdf, name="blad_pdf"),
    path("agenda/download.ics", views.naar_agenda, name="agenda"),
    path("bestand/openen/", views.openen, name="openen"),
    path("bestand/download.json", views.bewaren, {"vorm": "json"}, name="bewaren"),
    path("bestand/download.yaml", views.bewaren, {"vorm": "yaml"}, name="bewaren_yaml"),
]
