"""Values to pages for one profile."""
