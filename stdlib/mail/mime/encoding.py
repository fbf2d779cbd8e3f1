"""Text -> header value: encoded words (RFC 2047), parameters (RFC 2231), folding; line breaks never get through."""

from __future__ import annotations

import re
from binascii import b2a_base64
from functools import lru_cache
from urllib.parse import quote

from stdlib.mail.mime.addresses import Address, ascii_address
from stdlib.mail.mime.charsets import charset_name
from stdlib.mail.mime.letter import HeaderEncoding

_LINE = 76
# RFC 5322 2.1.1 allows 998 octets; this leaves room for the name of the field.
_LONGEST_LINE = 900
_MIME_NAMES = {"cp866": "ibm866", "iso8859-1": "iso-8859-1", "ascii": "us-ascii", "shift_jis": "shift_jis"}
_SINGLE_BYTE = re.compile(r"cp(1\d{3}|866|874|8\d\d)|koi8-[ru]|iso8859-\d+|mac-\w+")
_PLAIN_TEXT = re.compile(r"[!-~](?:[ -~]*[!-~])?")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?: [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_Q_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/")
_Q_TABLE = tuple(chr(byte) if byte in _Q_SAFE else "_" if byte == 32 else f"={byte:02X}" for byte in range(256))
_FORBIDDEN = re.compile(r"[\r\n\x00]")
_ADDRESS = re.compile(r'(?:[^\s<>,;:()"\x00-\x1f\x7f]+|"[^"\x00-\x1f\x7f]*"@[^\s<>,;:()"\x00-\x1f\x7f]+)')
_PARAMETER_PIECE = 60


class HeaderInjection(ValueError):
    """A value that would end its header and begin another one; the text is Russian, for the script's author."""


def refuse_line_breaks(name: str, value: str) -> str:
    """The value itself, or HeaderInjection when it holds CR, LF or NUL."""
    if _FORBIDDEN.search(value):
        raise HeaderInjection(f"Значение поля заголовка «{name}» содержит перевод строки")
    return value


@lru_cache(maxsize=64)
def mime_charset(declared: str) -> tuple[str, str]:
    """(Python's codec, name to write) of a charset; UTF-8 when it is unknown or cannot be used for texts of mail."""
    codec = charset_name(declared) or "utf-8"
    if codec.startswith(("utf-16", "utf-32", "utf-7")):
        return "utf-8", "utf-8"
    if codec.startswith("cp125"):
        return codec, "windows-" + codec[2:]
    if codec.startswith("iso8859-"):
        return codec, "iso-" + codec[3:]
    return codec, _MIME_NAMES.get(codec, codec)


def encode_charset(text: str, declared: str) -> tuple[bytes, str]:
    """(bytes, name of the charset): the declared one, or UTF-8 when the text does not fit into it."""
    codec, label = mime_charset(declared)
    try:
        return text.encode(codec), label
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace"), "utf-8"


def header_line(name: str, text: str, charset: str = "utf-8", encoding: HeaderEncoding = "base64") -> bytes:
    """A whole header line with unstructured text, folded, with its CRLF."""
    refuse_line_breaks(name, text)
    return f"{name}: ".encode("ascii") + _unstructured(text, len(name) + 2, charset, encoding) + b"\r\n"


def addresses_line(
    name: str, addresses: tuple[Address, ...], charset: str = "utf-8", encoding: HeaderEncoding = "base64"
) -> bytes:
    """A whole header line with mailboxes, folded between and within them, with its CRLF."""
    pieces: list[bytes] = []
    column = len(name) + 2
    for address in addresses:
        piece = _mailbox(address, charset, encoding)
        if pieces:
            if column + 2 + len(piece) > _LINE:
                pieces.append(b",\r\n ")
                column = 1
            else:
                pieces.append(b", ")
                column += 2
        pieces.append(piece)
        column += len(piece) - (piece.rfind(b"\n") + 1)
    return f"{name}: ".encode("ascii") + b"".join(pieces) + b"\r\n"


def is_writable(address: Address) -> bool:
    """Whether the address can stand in a header at all."""
    return _specification(address.address) is not None


def _specification(address: str) -> bytes | None:
    if not _ADDRESS.fullmatch(address):
        return None
    try:
        written = ascii_address(address).encode("utf-8")
    except UnicodeError:
        return None
    return written if len(written) <= _LONGEST_LINE else None


@lru_cache(maxsize=1024)
def _mailbox(address: Address, charset: str, encoding: HeaderEncoding) -> bytes:
    spec = _specification(address.address)
    if spec is None:
        raise HeaderInjection(f"Недопустимый почтовый адрес «{address.address}»")
    name = refuse_line_breaks("имя " + address.address, address.name).strip()
    if not name:
        return spec
    return (
        _phrase(name, address.charset or charset, encoding)
        + (b"\r\n <" if len(name) + len(spec) > 68 else b" <")
        + spec
        + b">"
    )


def _phrase(name: str, charset: str, encoding: HeaderEncoding) -> bytes:
    if _ATOMS.fullmatch(name) and "=?" not in name and len(name) <= _LINE:
        return name.encode("ascii")
    printable = name.isprintable() and "=?" not in name
    if printable and (encoding == "none" or (name.isascii() and len(name) <= _LINE)):
        quoted = encode_charset(name.replace("\\", "\\\\").replace('"', '\\"'), charset)[0]
        if len(quoted) <= _LONGEST_LINE:
            return b'"' + quoted + b'"'
    # The name of the header is short: room for it is taken off the first word.
    return _encoded_words(name, 12, charset, encoding)


def _unstructured(text: str, column: int, charset: str, encoding: HeaderEncoding) -> bytes:
    if not text:
        return b""
    plain = _PLAIN_TEXT.fullmatch(text) is not None
    if plain and "=?" not in text:
        if column + len(text) <= _LINE:
            return text.encode("ascii")
        if max(map(len, text.split(" "))) < _LONGEST_LINE:
            return _fold(text.encode("ascii"), column)
    if encoding == "none" and text == text.strip() and text.isprintable() and "=?" not in text:
        folded = _fold(encode_charset(text, charset)[0], column)
        if max(map(len, folded.split(b"\r\n"))) <= _LONGEST_LINE:
            return folded
    return _encoded_words(text, column, charset, encoding)


def _fold(data: bytes, column: int) -> bytes:
    """Breaks long lines before single spaces, so that unfolding gives the same text back."""
    lines: list[bytes] = []
    start = 0
    room = _LINE - column
    while len(data) - start > room:
        cut = data.rfind(b" ", start + 1, start + max(room, 2))
        while cut > start and data[cut + 1 : cut + 2] == b" ":
            cut = data.rfind(b" ", start + 1, cut)
        if cut <= start:
            cut = _next_single_space(data, start + max(room, 1))
            if cut < 0:
                break
        lines.append(data[start:cut])
        start = cut
        room = _LINE
    lines.append(data[start:])
    return b"\r\n".join(lines)


def _next_single_space(data: bytes, pos: int) -> int:
    cut = data.find(b" ", pos)
    while cut >= 0 and data[cut + 1 : cut + 2] == b" ":
        cut = data.find(b" ", cut + 1)
    return cut


def _encoded_words(text: str, column: int, charset: str, encoding: HeaderEncoding) -> bytes:
    data, label = encode_charset(text, charset)
    # Other multi-byte charsets have states or cannot be cut by looking at one byte.
    if label != "utf-8" and not _SINGLE_BYTE.fullmatch(mime_charset(label)[0]):
        data, label = text.encode("utf-8", "replace"), "utf-8"
    quoted = encoding == "quoted-printable"
    prefix = f"=?{label}?{'Q' if quoted else 'B'}?".encode("ascii")
    words: list[bytes] = []
    start = 0
    room = max(_LINE - column - len(prefix) - 2, 16)
    while start < len(data):
        end = _q_end(data, start, room) if quoted else start + room // 4 * 3
        if label == "utf-8":
            end = _letter_boundary(data, start, end)
        piece = data[start:end]
        coded = "".join(_Q_TABLE[byte] for byte in piece).encode() if quoted else b2a_base64(piece, newline=False)
        words.append(prefix + coded + b"?=")
        start = end
        room = _LINE - 1 - len(prefix) - 2
    return b"\r\n ".join(words)


def _q_end(data: bytes, start: int, room: int) -> int:
    end = start
    while end < len(data):
        room -= len(_Q_TABLE[data[end]])
        if room < 0:
            break
        end += 1
    return end


def _letter_boundary(data: bytes, start: int, end: int) -> int:
    if end >= len(data):
        return len(data)
    while end > start and data[end] & 0xC0 == 0x80:
        end -= 1
    return end


def parameter(name: str, value: str) -> bytes:
    """`; name="value"` on lines of its own when long; RFC 2231 with pieces when it is not ASCII."""
    refuse_line_breaks(name, value)
    if value.isascii() and value.isprintable() and len(value) <= 180:
        quoted = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'{name}="{quoted}"'.encode("ascii")
    coded = quote(value.encode("utf-8", "replace"), safe="")
    if len(coded) <= _PARAMETER_PIECE:
        return f"{name}*=utf-8''{coded}".encode("ascii")
    pieces: list[str] = []
    start = 0
    while start < len(coded):
        end = start + _PARAMETER_PIECE
        # %D0 must stay whole.
        percent = coded.rfind("%", end - 2, end)
        if percent >= 0 and end < len(coded):
            end = percent
        declared = "" if pieces else "utf-8''"
        pieces.append(f"{name}*{len(pieces)}*={declared}{coded[start:end]}")
        start = end
    return ";\r\n ".join(pieces).encode("ascii")


def encoded_parameter(name: str, value: str, charset: str) -> bytes:
    """`name="=?utf-8?B?...?="`: not what the RFC wants, but what old mail programs read."""
    refuse_line_breaks(name, value)
    return name.encode("ascii") + b'="' + _encoded_words(value, len(name) + 3, charset, "base64") + b'"'
