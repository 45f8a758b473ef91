"""Addresses of logging in and out."""

from __future__ import annotations

from django.urls import path

from keukentafel.inrichting.inloggen import afmelding, sleutels, terugkeer, views

app_name = "inloggen"
urlpatterns = [
    path("", views.kies, name="kies"),
    path("wie/", views.wie, name="wie"),
    path("uit/", views.uit, name="uit"),
    path("overal-uit/", views.overal_uit, name="overal_uit"),
    path("bevestig/", views.bevestig, name="bevestig"),
    path("sleutel/<int:nummer>/", sleutels.sleutel, name="sleutel"),
    path("afmelden/<slug:soort>/", afmelding.afmelden, name="afmelden"),
    path("uitgelogd/", views.uitgelogd, name="uitgelogd"),
    path("nieuw/", terugkeer.nieuw, name="nieuw"),
    path("bij/<slug:soort>/", terugkeer.begin, name="begin"),
    path("terug/<slug:soort>/", terugkeer.terug, name="terug"),
]
