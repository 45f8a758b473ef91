"""The API: the same case, clock, safeguards and documents for programs, by the same doors as the pages."""
