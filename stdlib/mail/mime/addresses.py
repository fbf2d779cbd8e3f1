"""Mail addresses: one, lists of them in a header or typed by a person, domains in punycode."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from stdlib.mail.mime.headers import decode_header

# As in headers.py.
_ENCODED_WORD = re.compile(r"=\?[^?\s]+\?[bBqQ]\?(?:[^?=]++|=(?!\?(?!=))|\?(?!=))*+\?=")
_QUOTED = re.compile(r'"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
_ANGLE = re.compile(r'<((?:[^<>"]++|"(?:[^"\\]++|\\.)*+")*+)(?:>|\Z)', re.DOTALL)
_ANGLE_WITHOUT_QUOTES = re.compile(r'<([^<>"]*+)(?:>|\Z)')
_SEPARATORS = re.compile(r"[,;][,;\s]*+")
_COLONS = re.compile(r":[:\s]*+")
# Of < and = the last one of a run may begin something.
_LITERAL_RUN = re.compile(r'"+|:+|\\+|\[+|<+(?=<)|=+(?==)')
_COMMENT_PIECE = re.compile(r"[^()\\]++|\\.|[()\\]", re.DOTALL)
_PLAIN_RUN = re.compile(r'[^"(<,;:=\[\\]+')
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_NOTHING_TO_DECODE = re.compile(r"(?:[\t\x20-<>-\x7f]|=(?!\?))*+")
_SIMPLE = re.compile(r"[\w.+-]+@[\w.-]+")
# Halves of characters (surrogates) have no bytes to be sent as.
_ATOM_CHAR = r"[^\s\x00-\x20\x7f\ud800-\udfff()<>\[\]:;@\\,\".]"
_LOCAL_ATOM = re.compile(rf"{_ATOM_CHAR}+(?:\.{_ATOM_CHAR}+)*")
_LOCAL_QUOTED = re.compile(r'"(?:[^"\\\x00-\x1f\x7f\ud800-\udfff]|\\[^\x00-\x1f\x7f\ud800-\udfff])*"')
_DOMAIN_LITERAL = re.compile(r"\[[0-9A-Za-z.:-]+\]")
_LONGEST_DOMAIN = 253
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox: the name people see (may be empty) and the address; `charset` is for the name, "" = the letter's."""

    name: str
    address: str
    charset: str = ""


@dataclass(slots=True)
class _Mailbox:
    """What has been read of one mailbox so far."""

    phrase: list[str]
    comment: str = ""
    angle: str | None = None
    name_pieces: int = 0
    quoted: bool = False
    has_at: bool = False

    def add(self, piece: str) -> None:
        self.phrase.append(piece)
        self.has_at = self.has_at or "@" in piece

    @property
    def is_empty(self) -> bool:
        return not self.phrase and self.angle is None and not self.comment


class _Text:
    """The line being read, and what is known not to follow any more: hostile ones open quotes by the thousand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._quotes_close = True
        self._last_bracket = text.rfind("]")

    def angle(self, pos: int) -> re.Match[str] | None:
        pattern = _ANGLE if self._quotes_close else _ANGLE_WITHOUT_QUOTES
        return pattern.match(self.text, pos)

    def quoted(self, pos: int) -> re.Match[str] | None:
        """The quoted words here; after an unclosed quote no other one can close, since all quotes left are escaped."""
        if not self._quotes_close:
            return None
        match = _QUOTED.match(self.text, pos)
        self._quotes_close = match is not None
        return match

    def bracketed(self, pos: int) -> str | None:
        return self.text[pos : self.text.find("]", pos) + 1] if pos < self._last_bracket else None


def parse_addresses(text: str, *, lenient: bool = False, charset: str = "") -> list[Address]:
    """Addresses of a header value or of a line typed by a person; commas and semicolons part them.

    `Имя <адрес>`, `"Имя, с запятой" <адрес>`, `адрес (Имя)`, `адрес`, groups and encoded words are understood;
    `charset` is the hint for raw 8-bit names. What has no @ comes back as an Address too, so that the caller can
    complain; `lenient` (for received mail) takes it for the first half of an unquoted `Фамилия, Имя <адрес>` instead.
    """
    if _SIMPLE.fullmatch(text):
        return [Address("", text)]
    found = _addresses(text, charset)
    return _join_surnames(found) if lenient else found


def _addresses(text: str, charset: str, *, decoded: bool = False) -> list[Address]:
    return [address for mailbox in _mailboxes(text) for address in _addresses_of(mailbox, charset, decoded)]


def _mailboxes(text: str) -> list[_Mailbox]:
    mailboxes: list[_Mailbox] = []
    current = _Mailbox([])
    line = _Text(text)
    pos = 0
    while pos < len(text):
        char = text[pos]
        if separators := _SEPARATORS.match(text, pos):
            if not current.is_empty:
                mailboxes.append(current)
                current = _Mailbox([])
            pos = separators.end()
        elif char == ":" and current.angle is None and not current.has_at and (colons := _COLONS.match(text, pos)):
            # The name of a group (or "mailto"): only its members matter.
            if not current.is_empty:
                current = _Mailbox([])
            pos = colons.end()
        elif char == "(":
            comment, pos = _comment(text, pos)
            current.comment = current.comment or comment
        elif char == "<" and (match := line.angle(pos)):
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
            pos = _phrase_piece(line, pos, current)
    mailboxes.append(current)
    return mailboxes


def _phrase_piece(line: _Text, pos: int, mailbox: _Mailbox) -> int:
    text = line.text
    char = text[pos]
    if char == '"' and (match := line.quoted(pos)):
        # A quoted local part ("иван петров"@mail.test) keeps its quotes, a quoted name does not.
        if text[match.end() : match.end() + 1] == "@":
            mailbox.add(match[0])
        else:
            mailbox.add(_ESCAPE.sub(r"\1", match[1]))
            mailbox.quoted = True
        return match.end()
    if char == "=" and (match := _ENCODED_WORD.match(text, pos)):
        mailbox.add(match[0])
        return match.end()
    if char == "[" and (literal := line.bracketed(pos)):
        mailbox.add(literal)
        return pos + len(literal)
    if match := _PLAIN_RUN.match(text, pos):
        mailbox.add(match[0])
        return match.end()
    literal_run = _LITERAL_RUN.match(text, pos)
    piece = literal_run[0] if literal_run else char
    mailbox.phrase.append("" if char == "\\" else piece)
    return pos + len(piece)


def _comment(text: str, pos: int) -> tuple[str, int]:
    depth = 0
    for piece in _COMMENT_PIECE.finditer(text, pos):
        if piece[0] == "(":
            depth += 1
        elif piece[0] == ")":
            depth -= 1
            if depth == 0:
                return _ESCAPE.sub(r"\1", text[pos + 1 : piece.start()]), piece.end()
    return text[pos + 1 :], len(text)


def _addresses_of(mailbox: _Mailbox, charset: str, decoded: bool) -> list[Address]:
    phrase = "".join(mailbox.phrase).strip()
    if mailbox.angle is not None:
        address = "".join(mailbox.angle.split())
        # A source route (<@relay:user@host>) is history: only its end is the address.
        if address.startswith("@") and ":" in address:
            address = address.rpartition(":")[2]
        # Brackets within brackets leave some of them beside.
        name = phrase if mailbox.quoted else phrase.rstrip("<> ")
        return [_decoded(name or mailbox.comment, address, charset, decoded)]
    if not phrase:
        return []
    words = [phrase] if mailbox.quoted or phrase.startswith('"') else phrase.split()
    with_at = [word for word in words if "@" in word]
    if len(words) > 1 and len(with_at) == len(words):
        return [_decoded("", word, charset, decoded) for word in words]
    if len(words) > 1 and len(with_at) == 1:
        name = " ".join(word for word in words if word is not with_at[0])
        return [_decoded(name, with_at[0], charset, decoded)]
    return [_decoded(mailbox.comment, phrase, charset, decoded)]


def _decoded(name: str, address: str, charset: str, decoded: bool) -> Address:
    text = _text(address, charset)
    # Some programs encode the whole of "Имя <адрес>"; once: what comes of it may look encoded again, for ever.
    if (
        not decoded
        and "<" in text
        and address.startswith("=?")
        and len(found := _addresses(text, "", decoded=True)) == 1
    ):
        return found[0]
    return Address(_text(name.strip(), charset).strip(), text)


def _text(raw: str, charset: str) -> str:
    # Most are plain, and a header may hold a hundred thousand.
    return raw if _NOTHING_TO_DECODE.fullmatch(raw) else decode_header(raw, charset)


def _join_surnames(found: list[Address]) -> list[Address]:
    joined: list[Address] = []
    surnames: list[str] = []
    for address in found:
        if "@" not in address.address and not address.name:
            if address.address or surnames:
                surnames.append(address.address)
            continue
        joined.append(Address(", ".join([*surnames, address.name]), address.address) if surnames else address)
        surnames = []
    if surnames:
        joined.append(Address(", ".join(surnames), ""))
    return joined


def is_address(text: str) -> bool:
    """Whether the text can be a mail address: user@host, in any alphabet (RFC 5321, RFC 6531)."""
    local, at, domain = text.rpartition("@")
    if not at or not _is_local_part(local):
        return False
    if _DOMAIN_LITERAL.fullmatch(domain):
        return True
    # Punycode is longer than what it stands for, and takes its time on longer texts.
    if len(domain) > _LONGEST_DOMAIN:
        return False
    try:
        wire = ascii_domain(domain)
    except UnicodeError:
        return False
    return len(wire) <= _LONGEST_DOMAIN and all(_LABEL.fullmatch(label) for label in wire.split("."))


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


def shown_address(address: str) -> str:
    """Received address with its domain as people read and write it; as it came where the way back differs."""
    local, at, domain = address.rpartition("@")
    if "xn--" not in domain.lower() or len(domain) > _LONGEST_DOMAIN:
        return address
    # Of a domain, capitals mean nothing, and the codec does not know its prefix written with them.
    shown = unicode_domain(domain.lower())
    try:
        same = shown.isprintable() and ascii_domain(shown).lower() == domain.lower()
    except UnicodeError:
        return address
    return f"{local}{at}{shown}" if same else address


def needs_smtputf8(addresses: Iterable[str]) -> bool:
    """Whether a user part is not ASCII, so that no spelling of the address goes through plain SMTP."""
    return any(not address.isascii() and not address.rpartition("@")[0].isascii() for address in addresses)
