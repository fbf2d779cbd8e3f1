"""Mail addresses: one, lists of them in a header or typed by a person, domains in punycode."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from stdlib.mail.mime.headers import decode_header

_ENCODED_WORD = re.compile(r"=\?[^?\s]+\?[bBqQ]\?[^?]*\?=")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ANGLE = re.compile(r'<((?:[^<>"]|"(?:[^"\\]|\\.)*")*)(?:>|\Z)')
_PLAIN_RUN = re.compile(r'[^"(<,;:=\[\\]+')
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_SIMPLE = re.compile(r"[\w.+-]+@[\w.-]+")
# Halves of characters (surrogates) have no bytes to be sent as.
_ATOM_CHAR = r"[^\s\x00-\x20\x7f\ud800-\udfff()<>\[\]:;@\\,\".]"
_LOCAL_ATOM = re.compile(rf"{_ATOM_CHAR}+(?:\.{_ATOM_CHAR}+)*")
_LOCAL_QUOTED = re.compile(r'"(?:[^"\\\x00-\x1f\x7f\ud800-\udfff]|\\[^\x00-\x1f\x7f\ud800-\udfff])*"')
_DOMAIN_LITERAL = re.compile(r"\[[0-9A-Za-z.:-]+\]")
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox: the name people see (may be empty) and the address."""

    name: str
    address: str


@dataclass(slots=True)
class _Mailbox:
    """What has been read of one mailbox so far."""

    phrase: list[str]
    comment: str = ""
    angle: str | None = None
    name_pieces: int = 0
    quoted: bool = False


def parse_addresses(text: str, *, lenient: bool = False, charset: str = "") -> list[Address]:
    """Addresses of a header value or of a line typed by a person; commas and semicolons part them.

    `Имя <адрес>`, `"Имя, с запятой" <адрес>`, `адрес (Имя)`, `адрес`, groups and encoded words are understood;
    `charset` is the hint for raw 8-bit names. What has no @ comes back as an Address too, so that the caller can
    complain; `lenient` (for received mail) takes it for the first half of an unquoted `Фамилия, Имя <адрес>` instead.
    """
    if _SIMPLE.fullmatch(text):
        return [Address("", text)]
    found: list[Address] = []
    for mailbox in _mailboxes(text):
        found.extend(_addresses_of(mailbox, charset))
    return _join_surnames(found) if lenient else found


def _mailboxes(text: str) -> list[_Mailbox]:
    mailboxes: list[_Mailbox] = []
    current = _Mailbox([])
    pos = 0
    while pos < len(text):
        char = text[pos]
        if char in ",;":
            mailboxes.append(current)
            current = _Mailbox([])
            pos += 1
        elif char == ":" and current.angle is None and "@" not in "".join(current.phrase):
            # The name of a group (or "mailto"): only its members matter.
            current = _Mailbox([])
            pos += 1
        elif char == "(":
            comment, pos = _comment(text, pos)
            current.comment = current.comment or comment
        elif char == "<" and (match := _ANGLE.match(text, pos)):
            # Two mailboxes with no comma between them.
            if current.angle is not None:
                following = _Mailbox(current.phrase[current.name_pieces :])
                del current.phrase[current.name_pieces :]
                mailboxes.append(current)
                current = following
            current.angle = match[1]
            current.name_pieces = len(current.phrase)
            pos = match.end()
        else:
            pos = _phrase_piece(text, pos, current)
    mailboxes.append(current)
    return mailboxes


def _phrase_piece(text: str, pos: int, mailbox: _Mailbox) -> int:
    char = text[pos]
    if char == '"' and (match := _QUOTED.match(text, pos)):
        # A quoted local part ("иван петров"@mail.test) keeps its quotes, a quoted name does not.
        if text[match.end() : match.end() + 1] == "@":
            mailbox.phrase.append(match[0])
        else:
            mailbox.phrase.append(_ESCAPE.sub(r"\1", match[1]))
            mailbox.quoted = True
        return match.end()
    if char == "=" and (match := _ENCODED_WORD.match(text, pos)):
        mailbox.phrase.append(match[0])
        return match.end()
    if char == "[" and (end := text.find("]", pos)) > 0:
        mailbox.phrase.append(text[pos : end + 1])
        return end + 1
    if match := _PLAIN_RUN.match(text, pos):
        mailbox.phrase.append(match[0])
        return match.end()
    mailbox.phrase.append("" if char == "\\" else char)
    return pos + 1


def _comment(text: str, pos: int) -> tuple[str, int]:
    depth = 0
    start = pos + 1
    while pos < len(text):
        char = text[pos]
        if char == "\\":
            pos += 1
        elif char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if depth == 0:
                return _ESCAPE.sub(r"\1", text[start:pos]), pos + 1
        pos += 1
    return text[start:], len(text)


def _addresses_of(mailbox: _Mailbox, charset: str) -> list[Address]:
    phrase = "".join(mailbox.phrase).strip()
    if mailbox.angle is not None:
        address = "".join(mailbox.angle.split())
        # A source route (<@relay:user@host>) is history: only its end is the address.
        if address.startswith("@") and ":" in address:
            address = address.rpartition(":")[2]
        return [_decoded(phrase or mailbox.comment, address, charset)]
    if not phrase:
        return []
    words = [phrase] if mailbox.quoted or phrase.startswith('"') else phrase.split()
    with_at = [word for word in words if "@" in word]
    if len(words) > 1 and len(with_at) == len(words):
        return [_decoded("", word, charset) for word in words]
    if len(words) > 1 and len(with_at) == 1:
        name = " ".join(word for word in words if word is not with_at[0])
        return [_decoded(name, with_at[0], charset)]
    return [_decoded(mailbox.comment, phrase, charset)]


def _decoded(name: str, address: str, charset: str) -> Address:
    return Address(decode_header(name.strip(), charset).strip(), decode_header(address, charset))


def _join_surnames(found: list[Address]) -> list[Address]:
    joined: list[Address] = []
    surname = ""
    for address in found:
        if "@" not in address.address and not address.name:
            surname = f"{surname}, {address.address}" if surname else address.address
            continue
        joined.append(Address(f"{surname}, {address.name}", address.address) if surname else address)
        surname = ""
    if surname:
        joined.append(Address(surname, ""))
    return joined


def is_address(text: str) -> bool:
    """Whether the text can be a mail address: user@host, in any alphabet (RFC 5321, RFC 6531)."""
    local, at, domain = text.rpartition("@")
    if not at or not _is_local_part(local):
        return False
    if _DOMAIN_LITERAL.fullmatch(domain):
        return True
    try:
        wire = ascii_domain(domain)
    except UnicodeError:
        return False
    return len(wire) <= 253 and all(_LABEL.fullmatch(label) for label in wire.split("."))


def _is_local_part(local: str) -> bool:
    if not local or len(local.encode("utf-8", "surrogatepass")) > 64:
        return False
    return bool(_LOCAL_ATOM.fullmatch(local) or _LOCAL_QUOTED.fullmatch(local))


@lru_cache(maxsize=256)
def ascii_domain(domain: str) -> str:
    """Domain as DNS spells it: почта.рф -> xn--80a1acny.xn--p1ai; UnicodeError when it cannot be a domain."""
    return domain if domain.isascii() else domain.encode("idna").decode("ascii")


@lru_cache(maxsize=256)
def unicode_domain(domain: str) -> str:
    """Domain as people read it; left as it is when its punycode is broken."""
    if "xn--" not in domain.lower():
        return domain
    try:
        return domain.encode("ascii").decode("idna")
    except UnicodeError:
        return domain


def ascii_address(address: str) -> str:
    """Address with its domain in punycode; the user part stays as it is (it may need SMTPUTF8)."""
    local, at, domain = address.rpartition("@")
    if domain.isascii():
        return address
    return f"{local}{at}{ascii_domain(domain)}"


def needs_smtputf8(addresses: Iterable[str]) -> bool:
    """Whether a user part is not ASCII, so that no spelling of the address goes through plain SMTP."""
    return any(not address.isascii() and not address.rpartition("@")[0].isascii() for address in addresses)
