"""Values to pages: the only part that knows what an old browser can show. No I/O, no Flask."""
