"""What the law says: the calendar, terms, dated amounts, and articles as values.

Pure: no clock, no framework, no writing. The day is always an argument.
"""
