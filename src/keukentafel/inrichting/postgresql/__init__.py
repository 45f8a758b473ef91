"""Django's own PostgreSQL, with a cheaper way to see that a connection still stands."""
