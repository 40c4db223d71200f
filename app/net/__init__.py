"""Addresses on the network: URLs and IP ranges. No I/O."""
