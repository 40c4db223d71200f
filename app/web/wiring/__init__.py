"""The parts of the program put together from the settings, a module a subject."""
