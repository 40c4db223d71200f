"""Long pages divided to the budget of a profile."""
