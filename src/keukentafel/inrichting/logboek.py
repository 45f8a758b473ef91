"""How the site logs: what went wrong and where in the program, never what a visitor wrote."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType

UitzonderingsInfo = tuple[type[BaseException], BaseException, TracebackType | None]


class Sober(logging.Formatter):
    """One line a record; of an exception the kind and the places in the code, not its message (it may quote input)."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S%z")

    def formatException(self, ei: object) -> str:
        """Kind and places of the exception. The text of an exception can hold personal data, so it is left out."""
        if not isinstance(ei, tuple) or ei[0] is None:
            return ""
        soort, _, spoor = ei
        plekken = [f"  {deel.name} ({deel.filename}:{deel.lineno})" for deel in traceback.extract_tb(spoor)]
        return "\n".join([soort.__name__, *plekken])
