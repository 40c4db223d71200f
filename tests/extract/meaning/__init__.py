"""Tests of what is put into a text so that it says the same without its marks."""
