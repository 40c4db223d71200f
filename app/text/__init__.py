"""Text and numbers in words: white space, families of character sets, counts, units, dates, the weather. No I/O."""
