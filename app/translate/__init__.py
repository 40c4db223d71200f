"""Translating by an engine of the host's that has LibreTranslate's interface: its questions and answers, and the text
of an article as it goes there and comes back."""
