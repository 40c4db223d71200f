"""Feeds and links of Google News and Bing News."""
