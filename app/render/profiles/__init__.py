"""What each family of old browsers can show, and which one asks."""
