"""One letter through an open SMTP session: MAIL, RCPT, DATA, the letter.

Where the server offers PIPELINING (RFC 2920) the commands go together, so that a letter takes two waits, not four and
more: a minute less for a thousand letters when each wait is 20 ms.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import aiosmtplib
from aiosmtplib import SMTPDataError, SMTPException, SMTPResponse, SMTPResponseException, SMTPServerDisconnected

from stdlib.mail.accounts import ServerAccount
from stdlib.mail.diagnosis import clean_reply, failure, refusal, unruly
from stdlib.mail.envelopes import NOT_OFFERED, Refused, SealedEnvelope
from stdlib.mail.errors import MailError
from stdlib.mail.mime.addresses import ascii_address, is_address, needs_smtputf8
from stdlib.mail.smtp_data import send_data
from stdlib.mail.smtp_replies import NO_REPLY, REFUSING, Replies

_DONE = 250
_ACCEPTING = (250, 251)
_GO_AHEAD = 354
_CLOSING = 421
_MANY_DIGITS = 20
_LOCAL_USER = re.compile(r"[^\s@<>()\[\]\\,;:\"\x00-\x1f\x7f\ud800-\udfff]+")


class SessionEnded(Exception):
    """The server ended the session and has not taken the letter: sending it again is right.

    Also when it said 421 after the letter: by any refusing code the letter stays ours (RFC 5321 4.2.5, 3.8).
    """

    def __init__(self, error: MailError) -> None:
        super().__init__(error)
        self.error = error


@dataclass(frozen=True, slots=True)
class _Commands:
    """What is to be said before the letter; `refused` are recipients that cannot even be asked about."""

    mail: bytes
    recipients: dict[str, bytes]
    refused: Refused


async def transact(account: ServerAccount, client: aiosmtplib.SMTP, envelope: SealedEnvelope) -> Refused:
    """Refused recipients (all of them = nothing was sent); MailError or SessionEnded: the letter was not taken."""
    commands = _commands(account, client, envelope)
    if not commands.recipients:
        return commands.refused
    transaction = _Transaction(account, client, commands)
    try:
        with Replies(client) as replies:
            refused = await transaction.send(replies, envelope.data)
            # Whatever a server says unasked: the next letter needs one that answers what it is asked.
            if replies.has_come:
                client.close()
            return refused
    except SMTPResponseException as error:
        if error.code not in REFUSING:
            client.close()
            raise unruly(account, "send", "SMTP", in_doubt=transaction.in_doubt) from error
        refused_by_server = refusal(account, "send", error.message, error.code)
        if error.code == _CLOSING:
            client.close()
            raise SessionEnded(refused_by_server) from error
        await _reset(client)
        raise refused_by_server from error
    except SMTPServerDisconnected as error:
        client.close()
        if transaction.in_doubt:
            raise failure(account, "send", error, in_doubt=True) from error
        raise SessionEnded(failure(account, "send", error)) from error
    except (SMTPException, OSError) as error:
        client.close()
        raise failure(account, "send", error, in_doubt=transaction.in_doubt) from error


class _Transaction:
    """`in_doubt` from when the letter is on its way until the server has spoken."""

    def __init__(self, account: ServerAccount, client: aiosmtplib.SMTP, commands: _Commands) -> None:
        self.in_doubt = False
        self._account = account
        self._commands = commands
        self._seconds = account.timeouts.io
        self._pipelining = client.supports_extension("pipelining")
        self._refused = dict(commands.refused)
        self._accepted = 0

    async def send(self, replies: Replies, data: bytes) -> Refused:
        if self._pipelining:
            replies.write(b"".join((self._commands.mail, *self._commands.recipients.values(), b"DATA\r\n")))
        refusal_of_sender = await self._ask_sender(replies)
        for recipient, command in self._commands.recipients.items():
            await self._ask_recipient(replies, recipient, command)
        if not self._accepted and not self._pipelining:
            await self._forget(replies)
            return self._refused
        response = await self._asked(replies, b"DATA\r\n")
        if response.code == _GO_AHEAD and not self._accepted:
            # It waits for a letter to nobody. What it says to an empty one does not matter: it sends it to nobody.
            replies.write(b".\r\n")
            response = await replies.read(self._seconds)
        if refusal_of_sender is not None:
            raise refusal_of_sender
        if not self._accepted:
            await self._forget(replies)
            return self._refused
        if response.code != _GO_AHEAD:
            raise SMTPDataError(response.code, response.message)
        self.in_doubt = True
        await send_data(replies, data, self._seconds)
        return self._refused

    async def _asked(self, replies: Replies, command: bytes) -> SMTPResponse:
        if not self._pipelining:
            replies.write(command)
        response = await replies.read(self._seconds)
        # After neither of them is there anything to wait for.
        if response.code == _CLOSING or (response.code not in REFUSING and not 200 <= response.code < 400):
            raise SMTPResponseException(response.code, response.message)
        return response

    async def _ask_sender(self, replies: Replies) -> SMTPResponseException | None:
        """The refusal of the sender when the other commands have gone out already, and are to be heard out."""
        response = await self._asked(replies, self._commands.mail)
        if response.code == _DONE:
            return None
        error = SMTPResponseException(response.code, response.message)
        if not self._pipelining or response.code not in REFUSING:
            raise error
        return error

    async def _ask_recipient(self, replies: Replies, recipient: str, command: bytes) -> None:
        response = await self._asked(replies, command)
        if response.code in _ACCEPTING:
            self._accepted += 1
        elif response.code not in REFUSING:
            raise SMTPResponseException(NO_REPLY, response.message)
        else:
            said = self._account.credentials.redact(clean_reply(response.message))
            self._refused[recipient] = (response.code, said)

    async def _forget(self, replies: Replies) -> None:
        replies.write(b"RSET\r\n")
        response = await replies.read(self._seconds)
        if response.code != _DONE:
            raise SMTPResponseException(response.code, response.message)


async def _reset(client: aiosmtplib.SMTP) -> None:
    try:
        await client.rset()
    except (SMTPException, OSError):
        client.close()


def _commands(account: ServerAccount, client: aiosmtplib.SMTP, envelope: SealedEnvelope) -> _Commands:
    offered = client.supports_extension("smtputf8")
    required = envelope.smtputf8 or needs_smtputf8((envelope.sender,))
    if required and not offered:
        raise failure(account, "send", "сервер не принимает адреса не на латинице (нет SMTPUTF8)")
    encoding: Literal["utf-8", "ascii"] = "ascii"
    options = _mail_options(account, client, envelope.data)
    if offered and (required or needs_smtputf8(envelope.recipients)):
        encoding = "utf-8"
        options.append("SMTPUTF8")
    try:
        wire = _wire_address(envelope.sender) if envelope.sender else ""
    except ValueError:
        raise failure(account, "send", f"недопустимый адрес отправителя «{envelope.sender}»") from None
    mail = " ".join([f"MAIL FROM:<{wire}>", *options]).encode(encoding) + b"\r\n"
    return _Commands(mail, *_recipient_commands(envelope.recipients, encoding))


def _recipient_commands(recipients: Sequence[str], encoding: str) -> tuple[dict[str, bytes], Refused]:
    refused: Refused = {}
    asked: dict[str, bytes] = {}
    for recipient in dict.fromkeys(recipients):
        try:
            asked[recipient] = f"RCPT TO:<{_wire_address(recipient)}>\r\n".encode(encoding)
        except UnicodeEncodeError:
            refused[recipient] = (NOT_OFFERED, "Сервер не принимает адреса не на латинице (нет SMTPUTF8)")
        except ValueError:
            refused[recipient] = (NOT_OFFERED, "Недопустимый почтовый адрес")
    return asked, refused


def _mail_options(account: ServerAccount, client: aiosmtplib.SMTP, data: bytes) -> list[str]:
    options: list[str] = []
    if client.supports_extension("size"):
        limit = client.esmtp_extensions.get("size", "").strip()
        # Python refuses to read thousands of digits.
        if limit.isdecimal() and len(limit) < _MANY_DIGITS and 0 < int(limit) < len(data):
            sizes = f"письмо занимает {_megabytes(len(data))}, а сервер принимает до {_megabytes(int(limit))}"
            raise failure(account, "send", sizes)
        options.append(f"SIZE={len(data)}")
    if not data.isascii() and client.supports_extension("8bitmime"):
        options.append("BODY=8BITMIME")
    return options


def _wire_address(address: str) -> str:
    """Address as it goes into the envelope; ValueError when it would break the command or is no text at all."""
    if not is_address(address) and not _LOCAL_USER.fullmatch(address):
        raise ValueError(address)
    return ascii_address(address)


def _megabytes(size: int) -> str:
    return f"{size / 1_048_576:.1f} МБ".replace(".", ",")
