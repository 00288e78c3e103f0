"""Where a server listens, and to whom: this machine alone, unless a flag says otherwise and a token is set."""

import ipaddress
import os
import socket
from dataclasses import dataclass
from pathlib import Path

from petr_advisor.errors import PetrAdvisorError, reason
from petr_advisor.files.reading import read_file

TOKEN_VARIABLE = "PETR_ADVISOR_TOKEN"  # noqa: S105 - the name of a variable
SHORTEST_TOKEN = 16
"""Letters of a token that nobody guesses."""
LONGEST_TOKEN_FILE = 4096


@dataclass(frozen=True)
class Address:
    """Where a server listens."""

    host: str = "127.0.0.1"
    port: int = 0
    """0 for any free one."""
    beyond_loopback: bool = False
    """Whether other machines may reach it."""
    token: str | None = None
    """What whoever asks must know; needed beyond this machine."""

    @property
    def loopback(self) -> bool:
        """Whether only this machine reaches it."""
        return is_loopback(self.host)

    def checked(self) -> "Address":
        """Give the address, when it may be listened on; PetrAdvisorError says what is missing."""
        if self.token is not None and len(self.token) < SHORTEST_TOKEN:
            raise PetrAdvisorError.of("serving.short-token", least=SHORTEST_TOKEN)
        if self.loopback:
            return self
        if not self.beyond_loopback:
            raise PetrAdvisorError.of("serving.beyond-loopback", host=self.host)
        if self.token is None:
            raise PetrAdvisorError.of("serving.token-missing", host=self.host, variable=TOKEN_VARIABLE)
        return self

    def listen(self) -> socket.socket:
        """Give a socket that listens; PetrAdvisorError says why there is none."""
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        try:
            return socket.create_server((self.host, self.port), family=family)
        except (OSError, OverflowError) as error:
            raise PetrAdvisorError.of(
                "serving.not-listening", host=self.host, port=str(self.port), why=reason(error)
            ) from error

    def shown(self, listening: socket.socket) -> str:
        """Give the address as one types it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{listening.getsockname()[1]}"


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine, reached by nobody else."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def token_of(file: Path | None) -> str | None:
    """Give the token of a file, else that of the environment; none where there is none."""
    if file is None:
        return os.environ.get(TOKEN_VARIABLE) or None
    return read_file(file, LONGEST_TOKEN_FILE).decode("utf-8", "replace").strip() or None
