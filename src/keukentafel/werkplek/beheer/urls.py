"""Addresses of the manager's pages, inside one municipality."""

from __future__ import annotations

from django.urls import include, path

from keukentafel.werkplek.beheer import (
    bedragen,
    begin,
    briefteksten,
    gegevens,
    koppelingen,
    mensen,
    normen,
    sleutels,
    teams,
    verzending,
    voorzieningen,
)

app_name = "beheer"
_GEMEENTE = [
    path("", begin.gemeente, name="gemeente"),
    path("gegevens/", gegevens.gegevens, name="gegevens"),
    path("normen/", normen.lijst, name="normen"),
    path("normen/<slug:naam>/", normen.norm, name="norm"),
    path("bedragen/", bedragen.lijst, name="bedragen"),
    path("teams/", teams.lijst, name="teams"),
    path("teams/naam/", teams.naam, name="teamnaam"),
    path("teams/melding/", teams.webmelding, name="webmelding"),
    path("mensen/", mensen.lijst, name="mensen"),
    path("mensen/nieuw/", mensen.nieuw, name="mandaat"),
    path("mensen/uitloggen/", mensen.sessies, name="sessies"),
    path("mensen/einde/", mensen.einde, name="einde"),
    path("sleutels/", sleutels.lijst, name="sleutels"),
    path("sleutels/nieuw/", sleutels.nieuw, name="sleutel_nieuw"),
    path("voorzieningen/", voorzieningen.lijst, name="voorzieningen"),
    path("voorzieningen/nieuw/", voorzieningen.nieuw, name="voorziening_nieuw"),
    path("voorzieningen/<slug:naam>/", voorzieningen.voorziening, name="voorziening"),
    path("brieven/", briefteksten.lijst, name="brieven"),
    path("brieven/algemeen/", briefteksten.algemeen, name="woorden"),
    path("brieven/<slug:naam>/", briefteksten.brief, name="brief"),
    path("brieven/<slug:naam>/voorbeeld.pdf", briefteksten.voorbeeld, name="voorbeeld"),
    path("koppelingen/", koppelingen.lijst, name="koppelingen"),
    path("verzending/", verzending.lijst, name="verzending"),
]
urlpatterns = [
    path("", begin.start, name="start"),
    path("<slug:gemeente>/", include(_GEMEENTE)),
]
