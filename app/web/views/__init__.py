"""What answers a request: about ten lines each, and nothing below knows Flask."""
