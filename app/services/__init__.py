"""The use cases: what the views ask for, without Flask."""
