"""Doors for machines without a browser: Gopher, Finger and Telnet, each by the services that the web pages are made by.

A door knows a protocol and nothing of the web. What a visitor causes is counted under his address, as for a browser.
"""
