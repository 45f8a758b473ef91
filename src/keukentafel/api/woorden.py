"""What is wrong with the form of a request, in plain Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_VASTE: Final = {
    "missing": "ontbreekt",
    "extra_forbidden": "is niet bekend",
    "string_type": "moet tekst zijn",
    "int_type": "moet een heel getal zijn",
    "int_parsing": "moet een heel getal zijn",
    "int_from_float": "moet een heel getal zijn",
    "int_parsing_size": "is een te groot getal",
    "bool_type": "moet true of false zijn",
    "bool_parsing": "moet true of false zijn",
    "list_type": "moet een lijst zijn",
    "dict_type": "moet een groep velden zijn",
    "model_type": "moet een groep velden zijn",
    "model_attributes_type": "moet een groep velden zijn",
    "string_pattern_mismatch": "heeft niet de goede vorm",
    "string_unicode": "bevat tekens die geen leesbare tekst zijn",
    "date_from_datetime_parsing": "moet een datum zijn, bijvoorbeeld 2026-09-01",
    "date_parsing": "moet een datum zijn, bijvoorbeeld 2026-09-01",
    "date_type": "moet een datum zijn, bijvoorbeeld 2026-09-01",
}
_MET_GRENS: Final = {
    "string_too_long": ("mag hoogstens {} tekens hebben", "max_length"),
    "string_too_short": ("moet minstens {} tekens hebben", "min_length"),
    "too_long": ("mag hoogstens {} regels hebben", "max_length"),
    "too_short": ("moet minstens {} regel hebben", "min_length"),
    "greater_than_equal": ("moet {} of meer zijn", "ge"),
    "less_than_equal": ("mag hoogstens {} zijn", "le"),
    "literal_error": ("mag alleen zijn: {}", "expected"),
    "enum": ("mag alleen zijn: {}", "expected"),
    "value_error": ("{}", "error"),
}


def zin(fout: Mapping[str, Any]) -> str:
    """One fault of the reader of requests as a sentence that names the field."""
    veld = str(fout["loc"][-1]) if fout.get("loc") else "het verzoek"
    soort = str(fout.get("type", ""))
    if soort in _MET_GRENS:
        tekst, naam = _MET_GRENS[soort]
        grens = str(fout.get("ctx", {}).get(naam, "")).replace(" or ", " of ")
        return f"{veld} {tekst.format(grens)}"
    return f"{veld} {_VASTE.get(soort, 'klopt niet')}"
