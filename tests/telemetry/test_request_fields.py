"""What a request gathers: its own, and nobody else's."""

import threading

from app.telemetry import request_fields


def test_fields_are_gathered_between_begin_and_end() -> None:
    request_fields.note(lost=1)
    token = request_fields.begin("7")
    request_fields.note(kind="a", cache="miss")
    request_fields.note(cache="hit")
    assert request_fields.gathered() == {"id": "7", "kind": "a", "cache": "hit"}
    request_fields.end(token)
    assert request_fields.gathered() == {}


def test_another_thread_notes_nothing_in_it() -> None:
    token = request_fields.begin("7")
    thread = threading.Thread(target=lambda: request_fields.note(strange=1))
    thread.start()
    thread.join()
    assert request_fields.gathered() == {"id": "7"}
    request_fields.end(token)
