"""What a host sees of the program at work: lines of the log, and the fields that a request gathers on its way."""
