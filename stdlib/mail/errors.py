"""The error of mail transport; the rooms of the languages translate it into their exceptions."""

from __future__ import annotations

from typing import Literal

Step = Literal["connect", "tls", "login", "send", "fetch", "search", "folder", "store", "command", "close"]


class MailError(Exception):
    """Mail could not be sent or received.

    step     what was being done
    server   "host:port"
    message  Russian sentence: what failed and where
    reply    the server's reply, verbatim (without secrets), "" when there was none
    code     SMTP reply code, None elsewhere
    hint     Russian advice, "" when there is nothing likely to help
    """

    def __init__(
        self, step: Step, server: str, message: str, *, reply: str = "", code: int | None = None, hint: str = ""
    ) -> None:
        super().__init__(step, server, message)
        self.step: Step = step
        self.server = server
        self.message = message
        self.reply = reply
        self.code = code
        self.hint = hint

    def __str__(self) -> str:
        answer = f"{self.code} {self.reply}".strip() if self.code else self.reply
        return f"{self.message}: {answer}" if answer else self.message
