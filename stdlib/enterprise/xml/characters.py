"""Names and characters of XML, and the errors of those that are not allowed."""

from __future__ import annotations

from runtime.errors import OnecError
from stdlib.xml.characters import escaped_text, escaped_value, illegal, is_name, split_name

__all__ = ["check_name", "check_text", "escape_text", "escape_value", "is_name", "split_name"]


def check_name(text: str) -> str:
    """The name itself; OnecError when XML does not allow it."""
    if not is_name(text):
        raise OnecError(f"Недопустимое имя XML ({text})")
    return text


def check_text(text: str) -> str:
    """The text itself; OnecError when it has characters that XML cannot write."""
    found = illegal(text)
    if found:
        code = f"0x{ord(found[1]):04X}"
        raise OnecError(f"Текст XML содержит недопустимый символ в позиции {found[0] + 1}: {code}")
    return text


def escape_text(text: str) -> str:
    """What stands for a text between tags."""
    return text if text.isalnum() else escaped_text(check_text(text))


def escape_value(text: str) -> str:
    """What stands for the value of an attribute between double quotes."""
    return text if text.isalnum() else escaped_value(check_text(text))
