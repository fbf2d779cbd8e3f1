"""The server's side of SASL (RFC 4422) where any password is right: only the user's name is of interest."""

from __future__ import annotations

import base64
import binascii
import time
from collections.abc import Awaitable, Callable

MECHANISMS = ("PLAIN", "LOGIN", "CRAM-MD5")

Challenge = Callable[[bytes], Awaitable[bytes]]
"""Sends a challenge (base64 digits) and returns the line the client answered with."""


class SaslError(Exception):
    """The exchange failed; the text is for the client."""


def new_challenge(host: str) -> str:
    """A challenge of CRAM-MD5 and APOP (RFC 1939): unique, in angle brackets."""
    return f"<{time.time_ns()}@{host}>"


async def user_name(mechanism: str, initial: str | None, ask: Challenge, host: str) -> str:
    """Carry the exchange through and return the user's name; raises SaslError."""
    first = None if initial is None else _decoded(b"" if initial == "=" else initial.encode())
    if mechanism == "PLAIN":
        answer = await _answer(ask, b"") if first is None else first
        return plain_user(answer)
    if mechanism == "LOGIN":
        user = await _answer(ask, b"Username:") if first is None else first
        await _answer(ask, b"Password:")
        return _text(user)
    if mechanism == "CRAM-MD5":
        answer = await _answer(ask, new_challenge(host).encode())
        return cram_user(answer)
    raise SaslError("unknown mechanism")


def plain_user(answer: bytes) -> str:
    """The authentication identity of `authorization NUL authentication NUL password` (RFC 4616)."""
    parts = answer.split(b"\0")
    if len(parts) != 3:
        raise SaslError("malformed PLAIN answer")
    return _text(parts[1])


def cram_user(answer: bytes) -> str:
    """The name before the digest (RFC 2195). The digest needs the password, which nobody told us: it is not checked."""
    user, space, _ = answer.rpartition(b" ")
    if not space:
        raise SaslError("malformed CRAM-MD5 answer")
    return _text(user)


async def _answer(ask: Challenge, challenge: bytes) -> bytes:
    line = await ask(base64.b64encode(challenge))
    if line.strip() == b"*":
        raise SaslError("cancelled")
    return _decoded(line)


def _decoded(digits: bytes) -> bytes:
    try:
        return base64.b64decode(digits.strip(), validate=True)
    except binascii.Error as error:
        raise SaslError("not base64") from error


def _text(name: bytes) -> str:
    try:
        return name.decode()
    except UnicodeDecodeError as error:
        raise SaslError("the user name is not UTF-8") from error
