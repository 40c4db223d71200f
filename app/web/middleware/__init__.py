"""WSGI layers around the application."""
