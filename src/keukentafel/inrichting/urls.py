"""All addresses of the site. Dutch at /..., English at /en/...; what has no language stands outside."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from keukentafel.inrichting.delen import AANWEZIG, API, API_AANWEZIG
from keukentafel.portaal.kader import views

urlpatterns = [
    path("gezond/", views.gezond, name="gezond"),
    path("lezen/", views.lezen, name="lezen"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
    path("thema.css", views.thema, name="thema"),
    path("logo", views.logo, name="logo"),
    *([path("api/v1/", include(API))] if API_AANWEZIG else []),
    *i18n_patterns(
        path("", include("keukentafel.portaal.urls")),
        path("wat-nu/", include("keukentafel.portaal.watnu.urls")),
        path("voorbereiden/", include("keukentafel.portaal.voorbereiden.urls")),
        path("check/", include("keukentafel.portaal.check.urls")),
        path("brieven/", include("keukentafel.portaal.brief.urls")),
        path("inloggen/", include("keukentafel.inrichting.inloggen.urls")),
        path("demo/", include("keukentafel.inrichting.inloggen.demo_urls")),
        *(path(deel.adres, include(deel.routes)) for deel in AANWEZIG),
        prefix_default_language=False,
    ),
]

handler400 = views.fout_400
handler403 = views.fout_403
handler404 = views.fout_404
handler500 = views.fout_500
