"""Sites that are made of scripts, read by their public interfaces for programs: an adapter each, in one table.

An adapter says which addresses are its own, what is asked in their place, and makes an article of the answers. Nothing
here asks anybody; `services/adapted_reader.py` does, by the rules of every fetch.
"""
