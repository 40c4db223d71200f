"""A parsed page to the article in it; `pipeline` has the stages in order."""
