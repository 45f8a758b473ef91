"""What makes a log or a profile impossible to read: refused in plain Dutch, everything at once."""

from __future__ import annotations

from collections.abc import Sequence


class Invoerfout(ValueError):
    """The log or the profile cannot be used. `fouten` holds every reason, one sentence each."""

    def __init__(self, fouten: Sequence[str] | str) -> None:
        self.fouten: tuple[str, ...] = (fouten,) if isinstance(fouten, str) else tuple(fouten)
        super().__init__("\n".join(self.fouten))
