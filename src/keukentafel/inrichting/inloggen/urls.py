"""Addresses of logging in and out."""

from __future__ import annotations

from django.urls import path

from keukentafel.inrichting.inloggen import views

app_name = "inloggen"
urlpatterns = [
    path("", views.kies, name="kies"),
    path("wie/", views.wie, name="wie"),
    path("uit/", views.uit, name="uit"),
    path("uitgelogd/", views.uitgelogd, name="uitgelogd"),
]
