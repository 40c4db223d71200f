"""A first answer that nobody asked for, so that the workers to come need not each make what it takes."""

from flask import Flask
from werkzeug.test import create_environ

# A page of our own words, made without the store and without another host; for one that does not say who it is, and for
# what most readers have.
PATH = "/about"
AGENTS = ("", "Mozilla/3.0 (Macintosh; I; 68K)")


def rehearse(app: Flask) -> None:
    """Answer a request in the process that workers are forked from, behind all that logs and counts requests.

    What is made then is shared by all of them: templates, the order of the rules, what Python notes of code that has
    run. It takes the time that the first reader would wait, and leaves no thread and nothing open.
    """
    for agent in AGENTS:
        Flask.wsgi_app(app, create_environ(PATH, headers={"User-Agent": agent}), lambda *_: lambda _: None)
