"""Who has the password of a private site, however his browser writes it, and how often somebody may guess."""

import base64

import pytest

from app.errors import LimitReached, PasswordRequired
from app.services.password import PRIVATE, WRONG, Password, PasswordCheck


def basic(user: str, password: str, encoding: str = "utf-8") -> str:
    return f"Basic {base64.b64encode(f'{user}:{password}'.encode(encoding)).decode()}"


@pytest.mark.parametrize("user", ["", "ada", "a user", "Пётр"])
def test_without_a_user_name_in_the_setting_any_will_do(user: str) -> None:
    assert Password("secret").is_in(basic(user, "secret"))
    assert not Password("secret").is_in(basic(user, "Secret"))


def test_with_a_user_name_in_the_setting_both_must_be_right() -> None:
    password = Password("ada:secret")
    assert password.is_in(basic("ada", "secret"))
    assert not password.is_in(basic("bob", "secret"))
    assert not password.is_in(basic("", "secret"))
    assert not password.is_in(basic("ada", "secrets"))
    assert not password.is_in(basic("", "ada:secret"))


def test_a_password_may_hold_colons() -> None:
    assert Password(":a:b").is_in(basic("ada", "a:b"))
    assert Password("ada:a:b").is_in(basic("ada", "a:b"))
    assert not Password(":a:b").is_in(basic("a", "b"))


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "cp1252", "mac-roman", "cp437"])
@pytest.mark.parametrize("setting", ["schlüssel", "schlu\u0308ssel", "günther:schlüssel"])
def test_letters_beyond_ascii_may_be_sent_in_any_set_of_old_browsers(setting: str, encoding: str) -> None:
    assert Password(setting).is_in(basic("günther", "schlüssel", encoding))
    assert not Password(setting).is_in(basic("günther", "schlössel", encoding))


def test_what_an_old_set_cannot_say_is_utf_8() -> None:
    assert Password("пароль").is_in(basic("", "пароль"))
    assert not Password("пароль").is_in(basic("", "??????"))


def test_accents_may_come_apart_from_their_letters() -> None:
    assert Password("schlüssel").is_in(basic("", "schlu\u0308ssel"))


@pytest.mark.parametrize("name", ["Basic", "basic", "BASIC", " Basic "])
def test_the_scheme_may_be_written_in_any_case(name: str) -> None:
    assert Password("secret").is_in(f"{name} {base64.b64encode(b'x:secret').decode()} ")


@pytest.mark.parametrize(
    "credentials",
    [
        "",
        "Basic",
        "Basic ",
        "Basic secret",
        "Basic =====",
        "Basic é",
        "Bearer " + base64.b64encode(b"x:secret").decode(),
        "Digest username=x",
        "Basic " + base64.b64encode(b"secret").decode(),
        "Basic " + base64.b64encode(b"x:").decode(),
        "Basic " + base64.b64encode(b"x:secret\n").decode(),
        "Basic " + "A" * 8000,
    ],
)
def test_everything_else_is_not_the_password(credentials: str) -> None:
    assert not Password("secret").is_in(credentials)


class Guesses:
    """Lets each client guess wrong so often."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.wrong: dict[str, int] = {}

    def check(self, client: str) -> None:
        self.peek(client)
        self.wrong[client] = self.wrong.get(client, 0) + 1

    def peek(self, client: str) -> None:
        if self.wrong.get(client, 0) >= self.most:
            raise LimitReached("Enough.")


def test_who_has_it_is_let_in_and_costs_no_guess() -> None:
    guesses = Guesses(1)
    for _ in range(5):
        PasswordCheck("secret", guesses).check(basic("", "secret"), "192.0.2.1")
    assert guesses.wrong == {}


def test_who_sends_none_is_asked_for_it_and_has_not_guessed() -> None:
    guesses = Guesses(1)
    for _ in range(3):
        with pytest.raises(PasswordRequired) as caught:
            PasswordCheck("secret", guesses).check("", "192.0.2.1")
        assert caught.value.sentence == PRIVATE
    assert guesses.wrong == {}


def test_after_too_many_guesses_even_the_right_one_waits_but_only_for_that_client() -> None:
    check = PasswordCheck("secret", Guesses(2))
    for _ in range(2):
        with pytest.raises(PasswordRequired) as caught:
            check.check(basic("", "wrong"), "192.0.2.1")
        assert caught.value.sentence == WRONG
    for password in ("wrong", "secret"):
        with pytest.raises(LimitReached):
            check.check(basic("", password), "192.0.2.1")
    check.check(basic("", "secret"), "192.0.2.2")
