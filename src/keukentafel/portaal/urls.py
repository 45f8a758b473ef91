"""The start page, the explanation pages and the pages about the site itself."""

from __future__ import annotations

from django.urls import include, path

from keukentafel.portaal.kader import views
from keukentafel.portaal.uitleg.views import blad

app_name = "portaal"
urlpatterns = [
    path("", views.start, name="start"),
    path("toegankelijkheid/", blad, {"naam": "toegankelijkheid", "los": True}, name="toegankelijkheid"),
    path("privacy/", blad, {"naam": "privacy", "los": True}, name="privacy"),
    path("over/", blad, {"naam": "over", "los": True}, name="over"),
    path("het-gesprek/", include("keukentafel.portaal.uitleg.urls")),
]
