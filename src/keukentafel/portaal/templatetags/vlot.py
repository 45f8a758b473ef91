"""What pages ask for many times over, made once (built in): addresses without arguments, small parts that recur."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from django import template
from django.template.base import Parser, Token
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as django_url
from django.template.loader import render_to_string
from django.templatetags.i18n import TranslateNode
from django.templatetags.i18n import do_translate as django_vertaling
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

NERGENS: Final = UUID(int=0)


class Adres(URLNode):
    """Django's own, but an address without arguments, or of one case, is looked up once for each language."""

    def render(self, context: Any) -> str:
        if len(self.args) > 1 or self.kwargs or self.asvar or self.view_name.is_var:
            return super().render(context)
        naam = self.view_name.resolve(context)
        if not self.args:
            return _adres(naam, get_language(), get_script_prefix(), get_urlconf())
        zaak = self.args[0].resolve(context)
        return zaakadres(naam, zaak) if isinstance(zaak, UUID) else super().render(context)


def zaakadres(naam: str, zaak: UUID) -> SafeString:
    """The address of a page of a case. Raises NoReverseMatch."""
    vorm = _adres(naam, get_language(), get_script_prefix(), get_urlconf(), NERGENS)
    return SafeString(vorm.replace(str(NERGENS), str(zaak)))


class Vertaling(TranslateNode):
    """Django's own, but a fixed text is looked up once for each language."""

    def __init__(self, *deel: Any) -> None:
        super().__init__(*deel)
        tekst = self.filter_expression
        self.vast = tekst.var.literal is not None and not tekst.filters and self.message_context is None
        self.per_taal: dict[str | None, str] = {}

    def render(self, context: Any) -> str:
        if not self.vast:
            return super().render(context)
        taal = get_language()
        tekst = self.per_taal.get(taal)
        if tekst is None:
            tekst = super().render(context)
            self.per_taal[taal] = tekst = context[self.asvar] if self.asvar else tekst
        if not self.asvar:
            return tekst
        context[self.asvar] = tekst
        return ""


@lru_cache(maxsize=1024)
def _adres(naam: str, taal: str | None, voorvoegsel: str, urlconf: str | None, *van: UUID) -> SafeString:
    """Language, prefix and urlconf decide what `reverse` gives. Raises NoReverseMatch."""
    return escape(reverse(naam, args=van))


@register.simple_tag
def onderdeel(naam: str, **gegevens: object) -> SafeString:
    """A part out of `onderdelen/` that shows these texts and nothing else: the same ones are drawn once a language.

    For what says the same on many pages and nothing about anybody: a source, a state.
    """
    return _onderdeel(naam, get_language(), tuple((sleutel, str(waarde or "")) for sleutel, waarde in gegevens.items()))


@lru_cache(maxsize=4096)
def _onderdeel(naam: str, taal: str | None, gegevens: tuple[tuple[str, str], ...]) -> SafeString:
    return render_to_string(f"onderdelen/{naam}.html", dict(gegevens))


@register.tag
def url(parser: Parser, token: Token) -> Adres:
    """`{% url "naam" %}` as in every template of Django's."""
    knoop = django_url(parser, token)
    return Adres(knoop.view_name, knoop.args, knoop.kwargs, knoop.asvar)


@register.tag("trans")
@register.tag("translate")
def vertaling(parser: Parser, token: Token) -> Vertaling:
    """`{% trans "tekst" %}` as in every template of Django's."""
    knoop = django_vertaling(parser, token)
    return Vertaling(knoop.filter_expression, knoop.noop, knoop.asvar, knoop.message_context)
