"""A first answer that nobody asked for, so that the workers to come need not each make what it takes."""

from flask import Flask
from werkzeug.test import create_environ

# A page of our own words, made without the store and without another host.
PATH = "/about"


def rehearse(app: Flask) -> None:
    """Answer a request in the process that workers are forked from, behind all that logs and counts requests.

    What is made then is shared by all of them: templates, the order of the rules, what Python notes of code that has
    run. It takes the time that the first reader would wait, and leaves no thread and nothing open.
    """
    Flask.wsgi_app(app, create_environ(PATH), lambda *_: lambda _: None)
