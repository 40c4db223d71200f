"""The HTTP side: the Flask application, its middleware and views."""
