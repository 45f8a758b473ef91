"""The start page, the explanation pages and the pages about the site itself."""

from __future__ import annotations

from django.urls import include, path

from keukentafel.portaal.kader import views

app_name = "portaal"
urlpatterns = [
    path("", views.start, name="start"),
    path("toegankelijkheid/", views.pagina, {"naam": "toegankelijkheid"}, name="toegankelijkheid"),
    path("privacy/", views.pagina, {"naam": "privacy"}, name="privacy"),
    path("over/", views.pagina, {"naam": "over"}, name="over"),
    path("het-gesprek/", include("keukentafel.portaal.uitleg.urls")),
]
