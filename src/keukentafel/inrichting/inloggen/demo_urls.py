"""The address of the demonstration's login; outside the demonstration it does not exist (toegang.py)."""

from __future__ import annotations

from django.urls import path

from keukentafel.inrichting.inloggen import demo

app_name = "demo"
urlpatterns = [path("", demo.kies, name="kies")]
