"""Names and characters of XML: what is allowed, how it is escaped."""

from __future__ import annotations

from runtime.errors import OnecError

_START = ":A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"  # noqa: E501
_NAME = f"[{_START}][{_START}\\-.0-9\xb7\u0300-\u036f\u203f-\u2040]*"
_ILLEGAL = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"

# Names seen to be right; scripts use the same few over and over.
_known: set[str] = set()
_ENOUGH = 10_000


def is_name(text: str) -> bool:
    """May an element or attribute be called so (with a prefix or without)?"""
    if text in _known:
        return True
    from re import fullmatch

    if not fullmatch(_NAME, text) or text.count(":") > 1 or text[0] == ":" or text[-1] == ":":
        return False
    if len(_known) < _ENOUGH:
        _known.add(text)
    return True


def check_name(text: str) -> str:
    """The name itself; OnecError when XML does not allow it."""
    if text not in _known and not is_name(text):
        raise OnecError(f"Недопустимое имя XML ({text})")
    return text


def check_text(text: str) -> str:
    """The text itself; OnecError when it has characters that XML cannot write."""
    if text.isprintable():
        return text
    from re import search

    found = search(_ILLEGAL, text)
    if found:
        code = f"0x{ord(found[0]):04X}"
        raise OnecError(f"Текст XML содержит недопустимый символ в позиции {found.start() + 1}: {code}")
    return text


def escape_text(text: str) -> str:
    """What stands for a text between tags."""
    if not text.isalnum():
        check_text(text)
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#xD;")
    return text


def escape_value(text: str) -> str:
    """What stands for the value of an attribute between double quotes."""
    if not text.isalnum():
        text = escape_text(text).replace('"', "&quot;").replace("\n", "&#xA;").replace("\t", "&#x9;")
    return text


def split_name(name: str) -> tuple[str, str]:
    """Prefix and local name."""
    prefix, colon, local = name.partition(":")
    return (prefix, local) if colon else ("", name)
