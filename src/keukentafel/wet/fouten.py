"""What `wet` refuses, in plain Dutch that a resident may read."""


class WetFout(ValueError):
    """A question the law cannot answer as asked. The message holds every reason, one a line."""


class BuitenBekendeTijd(WetFout):
    """A date for which no rule or amount is known. Never guessed: the message names the known dates."""
