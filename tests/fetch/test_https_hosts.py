from app.fetch.https_hosts import HttpsHosts
from app.text.humanize import DAY


def test_a_host_that_answered_by_https_is_asked_by_it_from_then_on() -> None:
    hosts = HttpsHosts()
    assert hosts.best("http://example.org/a") == "http://example.org/a"
    hosts.learn("http://example.org/a", "https://www.example.org/a")
    assert hosts.best("http://example.org/b?c=1") == "https://example.org/b?c=1"
    assert hosts.best("http://other.example/") == "http://other.example/"
    hosts.forget("http://example.org/a")
    assert hosts.best("http://example.org/b") == "http://example.org/b"


def test_nothing_is_learnt_from_another_site_another_port_or_http() -> None:
    hosts = HttpsHosts()
    hosts.learn("http://example.org/", "https://other.example/")
    hosts.learn("http://example.org/", "http://example.org/front")
    hosts.learn("http://example.org:8080/", "https://example.org/")
    assert hosts.best("http://example.org/") == "http://example.org/"
    hosts.learn("http://example.org/", "https://example.org/")
    assert hosts.best("http://example.org:8080/") == "http://example.org:8080/"


def test_it_is_forgotten_after_a_day() -> None:
    now = [0.0]
    hosts = HttpsHosts(lambda: now[0])
    hosts.learn("http://example.org/", "https://example.org/")
    now[0] = DAY - 1
    assert hosts.best("http://example.org/") == "https://example.org/"
    now[0] = DAY + 1
    assert hosts.best("http://example.org/") == "http://example.org/"
