"""What is measured, and how: each module prints its figures and asserts nothing."""
