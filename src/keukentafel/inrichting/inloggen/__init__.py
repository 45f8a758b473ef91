"""Logging in and out: the choice, the providers, the demonstration."""
