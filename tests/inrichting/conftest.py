"""Calls of the command line, in this process."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from keukentafel.inrichting.opdrachten import main


@dataclass(frozen=True)
class Antwoord:
    """What one call left behind."""

    code: int
    uit: str
    fout: str

    @property
    def json(self) -> dict[str, Any]:
        """The one document on standard output."""
        document = json.loads(self.uit)
        assert isinstance(document, dict)
        return document


Roep = Callable[..., Antwoord]


@pytest.fixture
def roep(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Roep:
    """Call the program with these words, and `invoer` on standard input."""

    def doe(*woorden: object, invoer: str | bytes = b"") -> Antwoord:
        ruw = invoer.encode() if isinstance(invoer, str) else invoer
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ruw), "utf-8"))
        with pytest.raises(SystemExit) as einde:
            main([str(w) for w in woorden])
        gevangen = capsys.readouterr()
        code = einde.value.code
        assert isinstance(code, int)
        assert "Traceback" not in gevangen.err
        return Antwoord(code, gevangen.out, gevangen.err)

    return doe
