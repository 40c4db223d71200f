"""gunicorn's side: requests are read whole and responses written without a thread that waits for the client."""
