"""The connection to PostgreSQL. Django looks for it under this name."""

from __future__ import annotations

from select import POLLIN, poll

from django.db.backends.postgresql import base
from psycopg.pq import TransactionStatus


class DatabaseWrapper(base.DatabaseWrapper):
    """As Django's, but a connection that waits is known to stand without asking the server, which costs each request
    a journey there and back.
    """

    def is_usable(self) -> bool:
        """Does the connection stand? A server says nothing by itself to who waits, but that it ends.

        After an error the server itself is asked, as Django does.
        """
        lijn = self.connection
        if lijn is None or lijn.closed:
            return False
        if self.errors_occurred or lijn.info.transaction_status is not TransactionStatus.IDLE:
            return bool(super().is_usable())
        luister = poll()
        luister.register(lijn.fileno(), POLLIN)  # what is broken off is always told, asked for or not
        return not luister.poll(0)
