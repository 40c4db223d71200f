"""The engines, a module each: where one is asked, and how its answer is read."""
