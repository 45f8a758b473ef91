"""Addresses of the explanation pages."""

from __future__ import annotations

from django.urls import path

from keukentafel.portaal.uitleg import views

app_name = "uitleg"
urlpatterns = [
    path("", views.overzicht, name="overzicht"),
    path("zorgen/", views.zorgen, name="zorgen"),
    path("regels/", views.regels, name="regels"),
    path("vier-vragen/", views.blad, {"naam": "vragen"}, name="vragen"),
    path("spoed/", views.blad, {"naam": "spoed"}, name="spoed"),
    path("ondersteuning/", views.blad, {"naam": "ondersteuning"}, name="ondersteuning"),
    path("kosten/", views.kosten, name="kosten"),
    path("pgb/", views.blad, {"naam": "pgb"}, name="pgb"),
    path("gemeente/", views.gemeente, name="gemeente"),
]
