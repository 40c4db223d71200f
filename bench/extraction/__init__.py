"""Extraction measured on saved pages with known text; `extract` is what others measure it by."""

from bench.extraction.outcome import extract

__all__ = ["extract"]
