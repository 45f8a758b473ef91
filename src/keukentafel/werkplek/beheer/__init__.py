"""The manager's pages: norms, amounts, teams, people, voorzieningen, letters and what goes out. No case is in them."""
