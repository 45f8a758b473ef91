"""What pages ask for many times over, made once (built in): addresses without arguments, small parts that recur."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

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


class Adres(URLNode):
    """Django's own, but an address without arguments is looked up once for each language."""

    def render(self, context: Any) -> str:
        if self.args or self.kwargs or self.asvar or self.view_name.is_var:
            return super().render(context)
        return _adres(self.view_name.resolve(context), get_language(), get_script_prefix(), get_urlconf())


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
def _adres(naam: str, taal: str | None, voorvoegsel: str, urlconf: str | None) -> SafeString:
    """All of the last three decide what `reverse` gives. Raises NoReverseMatch."""
    return escape(reverse(naam))


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
