"""Names and characters of XML: what is allowed, how it is escaped."""

from __future__ import annotations

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


def illegal(text: str) -> tuple[int, str] | None:
    """The first character that XML cannot write: its place from 0, and the character. None when there is none."""
    if text.isprintable():
        return None
    from re import search

    found = search(_ILLEGAL, text)
    return (found.start(), found[0]) if found else None


def escaped_text(text: str) -> str:
    """What stands for a text between tags; its characters have been looked at before."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#xD;")


def escaped_value(text: str) -> str:
    """What stands for the value of an attribute between double quotes."""
    return escaped_text(text).replace('"', "&quot;").replace("\n", "&#xA;").replace("\t", "&#x9;")


def split_name(name: str) -> tuple[str, str]:
    """Prefix and local name."""
    prefix, colon, local = name.partition(":")
    return (prefix, local) if colon else ("", name)
