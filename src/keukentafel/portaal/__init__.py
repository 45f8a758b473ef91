"""The resident's side of the talk, without an account: nothing about a visitor is kept."""
