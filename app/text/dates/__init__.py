"""Dates as people and machines write them, in many languages. Floor 0: no I/O but the time zone database."""
