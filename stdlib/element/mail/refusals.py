"""Values that cannot be meant, told as ИсключениеНедопустимыйАргумент."""

from __future__ import annotations


def illegal(text: str, hint: str = "") -> Exception:
    """The exception to raise; the hint says how it is written."""
    from runtime.element.exceptions import IllegalArgumentException

    refusal = IllegalArgumentException(text)
    refusal.hint = hint
    return refusal


def quoted(text: str) -> str:
    """What the script gave, on one line of a message."""
    return f"«{''.join(sign if sign.isprintable() else '?' for sign in text)}»"


def one_line(name: str, value: str) -> str:
    """ИсключениеНедопустимыйАргумент for a value that would break out of its header."""
    if any(sign in value for sign in "\r\n\0"):
        raise illegal(f"{name} письма не может содержать перевод строки")
    return value
