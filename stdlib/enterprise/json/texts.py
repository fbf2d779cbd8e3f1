"""What a JSON text writes: its numbers, its characters, and the errors that tell where it is wrong."""

from __future__ import annotations

from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from runtime.enterprise.numbers import Number

# A number like 1e999999999 would take all memory; no data has so many digits.
_DIGITS = 4300


def number_of(text: str) -> Number:
    """The exact value of a number; OnecError when it has too many digits."""
    if len(text) <= _DIGITS and text.lstrip("-").isdigit():
        return int(text)
    return fraction_of(text)


def fraction_of(text: str) -> Number:
    """The exact value of a number with a fraction or an exponent."""
    from decimal import Decimal, InvalidOperation

    from runtime.enterprise.numbers import whole

    try:
        value = Decimal(text) if len(text) <= _DIGITS else None
    except InvalidOperation:
        value = None
    if value is None or (value and abs(value.adjusted()) > _DIGITS):
        raise OnecError("Слишком большое число при чтении JSON")
    return whole(value) if value else 0


def unexpected(text: str, place: int) -> OnecError:
    """The error of a character that may not stand here, or of a text that is not complete."""
    line, column = text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
    where = f"Строка {line}, символ {column}"
    # The usual answers of servers that were to send JSON: nothing, and a page.
    is_first = not text[:place].strip("\ufeff \r\n\t")
    if place >= len(text):
        return OnecError("Непредвиденный конец текста при чтении JSON", hint="Текст пуст" if is_first else where)
    shown = f"{where}: {text[place : place + 20].strip()}"
    if is_first and text[place] == "<":
        shown = "Это не JSON: похоже на XML или HTML"
    return OnecError("Непредвиденный символ при чтении JSON", hint=shown)


def has_lone_surrogates(text: str) -> bool:
    """May an escape of the text write half of a character? True also in some rare cases when none does."""
    if "\\ud" not in text and "\\uD" not in text:
        return False
    import re

    halves = len(re.findall(r"\\u[dD][89a-fA-F]", text))
    pairs = len(re.findall(r"(?<!\\)\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F]", text))
    return halves != 2 * pairs


def mended(value: str) -> str:
    """A string in which halves of characters became question marks: nothing could be done with them."""
    if value.isascii():
        return value
    return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
