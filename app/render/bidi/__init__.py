"""Text from the right for browsers that write from the left only: order, joined letters, lines."""
