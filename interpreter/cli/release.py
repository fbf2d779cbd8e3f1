"""A letter of the built-in server sent on for real, through the configured account."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from interpreter.cli.account import transport_account
from interpreter.cli.accounts import AccountError, load
from sandbox.web.service_api import ReleaseError

if TYPE_CHECKING:
    from collections.abc import Callable

# What the built-in server has put on top: it would tell of this machine, and a Return-Path is the last server's to set.
_TRACE = re.compile(rb"\A(?:(?:Return-Path|Received):[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){1,2}", re.IGNORECASE)


def release_account() -> tuple[str, Callable[[bytes, list[str]], None] | None]:
    """The address that letters would be sent from and what sends them; nothing when no account is configured."""
    try:
        settings = load()
    except AccountError:
        return "", None
    return ("", None) if settings is None else (settings.sender, send_on)


def send_on(raw: bytes, recipients: list[str]) -> None:
    """Raises ReleaseError. Asks for the account anew: it may have been changed since the page was opened."""
    from stdlib.mail.errors import MailError
    from stdlib.mail.mime.blind_copies import without_blind_copies
    from stdlib.mail.smtp import SmtpConnection

    try:
        settings = load()
        if settings is None:
            raise ReleaseError("Настоящая почта не настроена: 1cs mail account set адрес@example.com")
        account = settings.account()
    except AccountError as error:
        raise ReleaseError(error.message) from error
    letter = without_blind_copies(_TRACE.sub(b"", raw, count=1))
    try:
        with SmtpConnection(transport_account(account.smtp, account)) as connection:
            has_raw_header = not letter.partition(b"\r\n\r\n")[0].isascii()
            refused = connection.send(account.sender, recipients, letter, smtputf8=has_raw_header)
    except MailError as error:
        raise ReleaseError(f"{error}. {error.hint}" if error.hint else str(error)) from error
    if refused:
        told = "; ".join(f"{address} ({code} {reply})" for address, (code, reply) in refused.items())
        raise ReleaseError(f"Сервер отказал получателям: {told}")
