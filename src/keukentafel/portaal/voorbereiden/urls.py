"""Addresses of the preparation; none of them ever holds anything about a visitor."""

from django.urls import path

from keukentafel.portaal.voorbereiden import views

app_name = "voorbereiden"
urlpatterns = [
    path("", views.overzicht, name="overzicht"),
    path("papier/", views.papier, name="papier"),
    path("pdf/", views.als_pdf, name="pdf"),
    path("plan-tekst/", views.plan_tekst, name="plan_tekst"),
    path("bewaren/", views.bewaren, name="bewaren"),
    path("openen/", views.openen, name="openen"),
    path("<slug:naam>/", views.deel, name="deel"),
]
