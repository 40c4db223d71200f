"""Character sets of old systems, and what stands for the characters that they lack."""
