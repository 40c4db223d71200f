"""Pixels to the bytes of a picture format."""
