"""Tags for every template of the site (built in, no load needed): signs as pictures, dates and amounts in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from django import template
from django.utils.formats import date_format, number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

register = template.Library()

# Drawn on a 24x24 field, strokes only. Each stands beside a word, never alone.
TEKENS = {
    "vinkje": '<path d="M4 12.5l5.2 5.2L20 6.8"/>',
    "kruis": '<path d="M6 6l12 12M18 6L6 18"/>',
    "klok": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.3l3.4 2"/>',
    "uitroep": '<path d="M12 3.5L21.5 20h-19z"/><path d="M12 10v4.2M12 17v.1"/>',
    "vraag": '<circle cx="12" cy="12" r="9"/><path d="M9.4 9.6a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3 1-1.3 1.9M12 16.9v.1"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.7v.1"/>',
    "brief": '<rect x="3" y="5.5" width="18" height="13" rx="1.5"/><path d="M3.5 7l8.5 6.5L20.5 7"/>',
    "lijst": '<path d="M9.5 6.5H20M9.5 12H20M9.5 17.5H20M4 6.5l1 1 1.7-2M4 12l1 1 1.7-2M4 17.5l1 1 1.7-2"/>',
    "loep": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5L21 21"/>',
    "wijzer": '<path d="M12 21V4M12 5h6.5l2 2.5-2 2.5H12M12 11.5H5.5L3.5 14l2 2.5H12"/>',
    "slot": '<rect x="5" y="11" width="14" height="9.5" rx="1.5"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>',
    "mens": '<circle cx="12" cy="8" r="3.8"/><path d="M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6"/>',
    "mensen": '<circle cx="8.5" cy="8.5" r="3.2"/><circle cx="16.8" cy="9.5" r="2.5"/>'
    '<path d="M2.5 19.5c.6-3.6 3-5.3 6-5.3s5.4 1.7 6 5.3M16.2 14.8c2.8-.2 4.8 1.3 5.3 4.2"/>',
    "kalender": '<rect x="3.5" y="5" width="17" height="15.5" rx="1.5"/><path d="M3.5 10h17M8 3v4M16 3v4"/>',
    "omlaag": '<path d="M12 4v12M6.5 11L12 16.5 17.5 11M4.5 20.5h15"/>',
    "omhoog": '<path d="M12 17V4.5M6.5 9.5L12 4l5.5 5.5M4.5 20.5h15"/>',
    "terug": '<path d="M19.5 12h-15M10 6l-6 6 6 6"/>',
    "verder": '<path d="M4.5 12h15M14 6l6 6-6 6"/>',
    "printer": '<path d="M7 9V3.5h10V9M7 17H4V9.5h16V17h-3"/><rect x="7" y="14" width="10" height="6.5"/>',
    "euro": '<path d="M18.5 6.3A7.5 7.5 0 1 0 18.5 17.7M3.5 10.3h10.5M3.5 13.7h10.5"/>',
    "huis": '<path d="M3.5 11.5L12 4l8.5 7.5M6 10v10h12V10M10 20v-5.5h4V20"/>',
    "gesprek": '<path d="M3.5 5h17v11h-9l-5 4v-4h-3z"/><path d="M8 9.5h8M8 12.5h5"/>',
    "letter": '<path d="M2.5 19L8 5l5.5 14M4.5 14.5h7M14.5 19l3.5-9 3.5 9M15.7 16.2h4.6"/>',
    "contrast": '<circle cx="12" cy="12" r="9"/><path d="M12 3v18M12 7h7M12 11h9M12 15h8.5M12 19h5"/>',
    "taal": '<circle cx="12" cy="12" r="9"/>'
    '<path d="M3 12h18M12 3c3 2.7 4 5.7 4 9s-1 6.3-4 9c-3-2.7-4-5.7-4-9s1-6.3 4-9z"/>',
}


@register.simple_tag
@cache
def teken(naam: str) -> SafeString:
    """A small picture by name, hidden from who listens: the word beside it says the same. Raises KeyError."""
    kop = '<svg class="kt-icoon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">'
    return mark_safe(f"{kop}{TEKENS[naam]}</svg>")


@register.filter
def als_lijst(waarde: str | list[str]) -> list[str]:
    """The values of a form field, be it one or more."""
    return waarde if isinstance(waarde, list) else [waarde]


@register.filter
def dag(waarde: date | str | None) -> str:
    """A day in words: 22 november 2026. Takes a date or an ISO text; nothing gives nothing."""
    return _in_woorden(waarde, "j F Y", get_language()) if waarde else ""


@register.filter
def weekdag(waarde: date | str | None) -> str:
    """A day with its weekday: zondag 22 november 2026."""
    return _in_woorden(waarde, "l j F Y", get_language()) if waarde else ""


@lru_cache(maxsize=4096)
def _in_woorden(waarde: date | str, vorm: str, taal: str | None) -> str:
    """A page of a case shows the same few days over and over."""
    return date_format(date.fromisoformat(waarde) if isinstance(waarde, str) else waarde, vorm)


@register.filter
def euro(waarde: Decimal | str) -> str:
    """An amount in euro: € 21,80 (with a no-break space)."""
    return f"€\u00a0{number_format(Decimal(str(waarde)), 2, force_grouping=True)}"
