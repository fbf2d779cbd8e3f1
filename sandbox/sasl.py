"""The server's side of SASL (RFC 4422): who somebody says to be, and whether a password would bear that out."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

MECHANISMS = ("PLAIN", "LOGIN", "CRAM-MD5", "XOAUTH2")
_FAILED_TOKEN = b'{"status":"401","schemes":"bearer","scope":"mail"}'

Challenge = Callable[[bytes], Awaitable[bytes]]
"""Sends a challenge (base64 digits) and returns the line the client answered with."""


class SaslError(Exception):
    """The exchange failed; the text is for the client."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A name and what came with it."""

    user: str
    matches: Callable[[str], bool]
    """Whether it is the proof of knowing this password."""
    parting_challenge: bytes = b""
    """What the client wants to hear, and to answer with anything, before it is told that it failed."""


def new_challenge(host: str) -> str:
    """A challenge of CRAM-MD5 and APOP (RFC 1939): unique, in angle brackets."""
    return f"<{time.time_ns()}@{host}>"


def password_proof(user: str, password: bytes) -> Proof:
    """The password itself."""
    return Proof(user, lambda right: hmac.compare_digest(right.encode(), password))


def apop_proof(user: str, digest: str, challenge: str) -> Proof:
    """RFC 1939, 7."""

    def matches(right: str) -> bool:
        wanted = hashlib.md5((challenge + right).encode(), usedforsecurity=False).hexdigest()
        return hmac.compare_digest(wanted.encode(), digest.lower().encode())

    return Proof(user, matches)


async def exchange(mechanism: str, initial: str | None, ask: Challenge, host: str) -> Proof:
    """Carry the exchange through; raises SaslError."""
    first = None if initial is None else _decoded(b"" if initial == "=" else initial.encode())
    if mechanism == "PLAIN":
        return plain_proof(await _answer(ask, b"") if first is None else first)
    if mechanism == "XOAUTH2":
        return token_proof(await _answer(ask, b"") if first is None else first)
    if mechanism == "LOGIN":
        user = await _answer(ask, b"Username:") if first is None else first
        return password_proof(_text(user), await _answer(ask, b"Password:"))
    if mechanism == "CRAM-MD5":
        challenge = new_challenge(host).encode()
        return cram_proof(await _answer(ask, challenge), challenge)
    raise SaslError("unknown mechanism")


async def tell_failure(proof: Proof, ask: Challenge) -> None:
    """What comes before the refusal of the protocol itself."""
    if proof.parting_challenge:
        await ask(base64.b64encode(proof.parting_challenge))


def plain_proof(answer: bytes) -> Proof:
    """`authorization NUL authentication NUL password` (RFC 4616)."""
    parts = answer.split(b"\0")
    if len(parts) != 3:
        raise SaslError("malformed PLAIN answer")
    return password_proof(_text(parts[1]), parts[2])


def cram_proof(answer: bytes, challenge: bytes) -> Proof:
    """A name and a digest (RFC 2195)."""
    user, space, digest = answer.rpartition(b" ")
    if not space:
        raise SaslError("malformed CRAM-MD5 answer")

    def matches(right: str) -> bool:
        wanted = hmac.new(right.encode(), challenge, "md5").hexdigest()
        return hmac.compare_digest(wanted.encode(), digest.lower())

    return Proof(_text(user), matches)


def token_proof(answer: bytes) -> Proof:
    """`user=NAME^Aauth=Bearer TOKEN^A^A` (Google's XOAUTH2); the token is compared with the password."""
    fields = dict(field.partition(b"=")[::2] for field in answer.split(b"\1") if field)
    kind, _, token = fields.get(b"auth", b"").partition(b" ")
    if b"user" not in fields or kind.lower() != b"bearer" or not token:
        raise SaslError("malformed XOAUTH2 answer")
    known = password_proof(_text(fields[b"user"]), token)
    return Proof(known.user, known.matches, _FAILED_TOKEN)


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
