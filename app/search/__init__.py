"""Search of the web, and words looked up: what a reader types, who can be asked, and what they answer. No I/O."""
