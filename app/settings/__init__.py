"""What settings may be, and how they are read; the settings themselves are in `config.py` at the top."""
