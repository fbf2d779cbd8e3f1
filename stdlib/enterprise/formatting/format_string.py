"""A format string taken apart: `ЧЦ=15; ЧДЦ=2; ДФ='дд.ММ.гггг'`."""

from __future__ import annotations

_ENGLISH = {
    "L": "Л", "ND": "ЧЦ", "NFD": "ЧДЦ", "NS": "ЧС", "NDS": "ЧРД", "NGS": "ЧРГ", "NZ": "ЧН", "NLZ": "ЧВН", "NG": "ЧГ",
    "NN": "ЧО", "NF": "ЧФ", "DF": "ДФ", "DLF": "ДЛФ", "DE": "ДП", "BF": "БЛ", "BT": "БИ",
}  # fmt: skip


def parameters(text: str) -> dict[str, str]:
    """Values by Russian name; a parameter that stands without a value has an empty one."""
    found = {}
    position = 0
    while position < len(text):
        end = _end(text, position)
        name, equals, value = text[position:end].partition("=")
        position = end + 1
        key = name.strip().upper()
        if key:
            found[_ENGLISH.get(key, key)] = _unquoted(value) if equals else ""
    return found


def _end(text: str, start: int) -> int:
    """Where the parameter that begins here ends: at a semicolon outside of quotes."""
    quote = ""
    for index in range(start, len(text)):
        letter = text[index]
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "'\"" and text[start:index].rstrip().endswith("="):
            # Only a value that begins with a quote is quoted as a whole.
            quote = letter
        elif letter == ";":
            return index
    return len(text)


def _unquoted(value: str) -> str:
    stripped = value.strip()
    quote = stripped[:1]
    if quote in ("'", '"') and len(stripped) > 1 and stripped.endswith(quote):
        return stripped[1:-1].replace(quote * 2, quote)
    return stripped
