"""The weather of a place and the exchange rates of a day, out of what public services answer. No I/O."""
