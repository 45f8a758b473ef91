"""The addresses of the check."""

from __future__ import annotations

from django.urls import path

from keukentafel.portaal.check import views

app_name = "check"
urlpatterns = [
    path("", views.start, name="start"),
    path("verslag/", views.check, {"soort": "verslag"}, name="verslag"),
    path("besluit/", views.check, {"soort": "besluit"}, name="besluit"),
]
