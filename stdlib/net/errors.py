"""The error of network transport; the rooms of the languages translate it into their exceptions."""

from __future__ import annotations

from typing import Literal

Kind = Literal[
    "host", "refused", "timeout", "certificate", "tls", "closed", "protocol", "proxy", "login", "reply", "system"
]


class NetError(Exception):
    """An exchange with a server failed.

    kind     what it was: "host" = no such host, "reply" = the server refused, "system" = told by the operating system
    message  Russian sentence: what failed and where; no secrets
    hint     Russian advice, "" when there is nothing likely to help
    """

    def __init__(self, kind: Kind, message: str, hint: str = "") -> None:
        super().__init__(kind, message)
        self.kind: Kind = kind
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message
