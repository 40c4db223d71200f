"""Dates as people and machines write them, in many languages. No I/O but the time zone database."""
