"""Addresses on the network: URLs as they are pasted and linked, hosts, IP ranges, copies of the past. No I/O."""
