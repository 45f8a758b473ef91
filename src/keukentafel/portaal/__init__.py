"""The resident's side of the table: public pages that keep nothing of a visitor, and `mijn` behind the login."""
