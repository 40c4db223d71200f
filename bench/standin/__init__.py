"""A web of 2,000 articles on 200 sites of the loopback, of which one in five answers in a faulty way."""
