"""The connection to a server that speaks the protocol of Redis, and what its errors mean."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import certifi
from redis import Redis, exceptions
from redis.backoff import NoBackoff
from redis.exceptions import RedisError, ResponseError
from redis.retry import Retry

from app.storage.store import ServerMemory

# What a server sends that is none may break its reader in ways of its own.
ERRORS = (RedisError, OSError, ValueError, LookupError, TypeError)
# The kinds of answers that tell of values under our names that we did not write.
_GARBAGE = re.compile(r"WRONGTYPE|not an integer|not a valid float|hash value is not")
_CERTIFICATE = re.compile(r"certificate verify failed: ([^.(]{1,200})")
# The first row whose class or pattern fits says what is wrong; no row tells an address or a password.
_WORDS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str, str], ...] = (
    (exceptions.AuthenticationError, "", "its password or user is wrong"),
    (ResponseError, "NOAUTH|WRONGPASS|AUTH", "its password or user is wrong"),
    ((exceptions.AuthorizationError, exceptions.NoPermissionError), "", "this user may not do what is needed"),
    (exceptions.OutOfMemoryError, "", "it is full"),
    (exceptions.BusyLoadingError, "", "it is still loading what it has"),
    (exceptions.ReadOnlyError, "", "it is a replica, which cannot be written"),
    (ResponseError, "MISCONF", "it refuses to be written since it cannot save what it has"),
    (ResponseError, "script|lua|#!", "it cannot run our scripts; Redis 7, Valkey 7.2 and later can"),
    (ResponseError, "unknown command", "it does not know a command that is needed, or has it under another name"),
    (ResponseError, "DB index", "it has no database of that number"),
    (Exception, "^DENIED|protected mode", "its protected mode lets only its own machine in"),
    (Exception, "max number of clients", "it has all the clients that it takes"),
    ((exceptions.ClusterError, exceptions.AskError), "", "it is one of a cluster; a server by itself is wanted"),
    (ResponseError, "cluster mode", "it is one of a cluster; a server by itself is wanted"),
    ((exceptions.TimeoutError, TimeoutError), "", "it does not answer in time"),
    (Exception, "certificate verify failed", "its certificate is not believed"),
    (Exception, "SSL|TLS", "it does not speak TLS"),
    (Exception, "closed by server|reset by peer", "it closes the connection"),
    ((OSError, RedisError), "Connection refused", "nobody listens there"),
    ((OSError, RedisError), "No such file", "there is no such socket"),
    ((OSError, RedisError), "Permission denied", "this account may not use its socket"),
    ((OSError, RedisError), "Name or service|name resolution|No address", "its name is not known"),
    (Exception, "cannot be read back", "what is written there cannot be read back"),
    (Exception, "Protocol Error|invalid literal|not enough values", "what answers there is no Redis"),
)


class Slow(Exception):
    """A call worked, but took so long that readers had better do without."""


def connect(url: str, seconds: float) -> Redis:
    """Return a client for `url` that waits for so many seconds; nothing is connected yet. Raises `ValueError`.

    A connection that was lost is noticed before it is used, so nothing is tried twice: a count could be doubled.
    """
    options: dict[str, Any] = {"protocol": 2, "retry": Retry(NoBackoff(), 0), "socket_timeout": seconds}
    if not url.startswith("unix:"):
        options["socket_connect_timeout"] = seconds
    if url.startswith("rediss:") and "ssl_ca_certs=" not in url:
        options["ssl_ca_certs"] = certifi.where()
    for _, path in parse_qsl(urlsplit(url).query):
        if path.startswith("/") and not Path(path).is_file():
            raise ValueError(f"there is no file {path}")
    return Redis.from_url(url, **options)


def memory_of(client: Redis) -> ServerMemory:
    """Return what the server says of its memory. Raises what is in `ERRORS`."""
    said: Any = client.info("memory")
    return ServerMemory(int(said["used_memory"]), int(said["maxmemory"]), str(said["maxmemory_policy"]))


def is_garbage(error: BaseException) -> bool:
    """Tell whether `error` says that there is something under our names that is none of ours."""
    return isinstance(error, ResponseError) and _GARBAGE.search(str(error)) is not None


def may_pass(error: BaseException) -> bool:
    """Tell whether `error` may be over in a while by itself, as when the server has not started yet."""
    is_of_the_way = isinstance(error, (exceptions.ConnectionError, exceptions.TimeoutError, OSError, Slow))
    is_wrong = isinstance(error, exceptions.AuthenticationError) or "certificate" in str(error).lower()
    return is_of_the_way and not is_wrong


def in_words(error: BaseException) -> str:
    """Return what `error` means for whoever runs the site, without addresses and passwords."""
    for kind, pattern, words in _WORDS:
        if isinstance(error, kind) and re.search(pattern, str(error), re.IGNORECASE):
            reason = _CERTIFICATE.search(str(error))
            return f"{words}: {reason[1].strip()}" if reason else words
    return str(error) if isinstance(error, Slow) else f"it cannot be reached ({type(error).__name__})"
