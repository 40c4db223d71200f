"""What a host sees of the program at work: lines of the log with what a request gathers on its way, and figures."""
