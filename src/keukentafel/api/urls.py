"""The addresses of version 1. What is not there is a problem as well, and so is a method that is not."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, re_path

from keukentafel.api.problemen import NERGENS, probleem
from keukentafel.api.v1 import api

app_name = "api"


def _met_probleem(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def antwoord(verzoek: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        uit = view(verzoek, *args, **kwargs)
        if uit.status_code != 405:
            return uit
        fout = probleem(405, f"Op dit adres kan alleen: {uit.headers['Allow']}.")
        fout.headers["Allow"] = uit.headers["Allow"]
        return fout

    return antwoord


def nergens(verzoek: HttpRequest) -> HttpResponse:
    """An address that is not there: the same answer as a case that is not there."""
    return probleem(404, NERGENS)


urlpatterns = [p for p in api.urls[0] if isinstance(p, URLPattern)]
for patroon in urlpatterns:
    patroon.callback = nergens if patroon.name == "api-root" else _met_probleem(patroon.callback)
urlpatterns.append(re_path(r"", nergens, name="nergens"))
