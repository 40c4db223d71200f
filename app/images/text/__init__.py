"""Text set in lines as pictures, for machines that have no letters for a script."""
