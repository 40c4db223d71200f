"""The newspaper: editions, sources, clusters, ranking, aggregators."""
