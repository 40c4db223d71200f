"""Text and numbers in words: white space, families of character sets, units. No I/O."""
