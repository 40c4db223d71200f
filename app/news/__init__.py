"""The newspaper: so far, its editions."""
