"""Doors for machines without a browser: Gopher, Gemini, Finger and Telnet, by the services that web pages are made by.

A door knows a protocol and nothing of the web. What a visitor causes is counted under his address, as for a browser.
"""
