"""Who may come in: names of this machine, pages of the service itself, a token that is compared in constant time."""

import hmac
from urllib.parse import urlsplit

OWN_NAMES = frozenset({"localhost", "127.0.0.1", "::1", "[::1]"})
"""How this machine calls itself."""


def is_own_name(host: str) -> bool:
    """Tell whether a host, with or without its port, is a name of this machine."""
    name, _, port = host.rpartition(":")
    return (name if port.isdecimal() else host) in OWN_NAMES


def is_own_page(origin: str, host: str) -> bool:
    """Tell whether a page of that origin comes from that host, its port included."""
    return urlsplit(origin).netloc == host


def is_token(given: str, token: str) -> bool:
    """Tell whether what was given is the token, in a time that does not tell how much of it is."""
    return hmac.compare_digest(given.encode("utf-8", "surrogateescape"), token.encode())
