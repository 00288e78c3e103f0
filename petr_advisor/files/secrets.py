"""Passwords in addresses, which are never shown nor written."""

import re

_IN_ADDRESS = re.compile(r":(?!//)\S*@")
_AS_SETTING = re.compile(r"(password=)[^\s&'\"]+", re.IGNORECASE)


def without_passwords(text: str) -> str:
    """Give a text in which the passwords of addresses are stars."""
    return _AS_SETTING.sub(r"\1***", _IN_ADDRESS.sub(":***@", text))
