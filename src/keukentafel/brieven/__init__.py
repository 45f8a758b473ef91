"""Brieven: what a resident writes to the municipality, as text, as e-mail draft and as tagged PDF."""
