"""The addresses of the letters. No address holds anything about a visitor."""

from __future__ import annotations

from django.urls import path

from keukentafel.portaal.brief import views

app_name = "brief"
urlpatterns = [
    path("", views.overzicht, name="overzicht"),
    path("<slug:naam>/", views.brief, name="brief"),
    path("<slug:naam>/download.<str:soort>", views.download, name="download"),
]
