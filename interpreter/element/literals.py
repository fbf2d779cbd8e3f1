"""The values of literals; whatever is wrong inside one is a `Mistake` at its own place.

Shapes of `BracedLiteral.value`: Date (год, месяц, день); Time (часы, минуты, секунды, миллисекунды); DateTime the seven
of them; Instant the seven and the zone as written (None: none given); Version its numbers; Bytes bytes; Uuid 36 lower
case characters; TimeZone, Locale, Resource, Query the text.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from interpreter.element.nodes import BracedLiteral, DurationLiteral, Name, NumberLiteral, SizeLiteral
from interpreter.element.syntax_messages import Mistake, bad_escape
from interpreter.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.element.nodes import BracedKind, BracedValue

MAX_DIGITS = 38
MAX_DURATION = 999_999_999_999_999

_DECIMAL = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_BASED = re.compile(r"0x[0-9a-fA-F]+|0b[01]+")
_DURATION_PART = re.compile(r"([0-9]+)(мс|ms|[дчмсdhms])")
_UNITS = {"д": 86_400_000, "ч": 3_600_000, "м": 60_000, "с": 1000, "мс": 1}
_UNITS |= dict(zip(("d", "h", "m", "s", "ms"), _UNITS.values(), strict=True))

_SIZE = re.compile(r"(.+?)[ \t]+(\w*[БB]\w*)")

_ESCAPES = {"н": "\n", "n": "\n", "в": "\r", "r": "\r", "т": "\t", "t": "\t"} | {sign: sign for sign in '\\"%$'}
_ESCAPE = re.compile(r"\\(?:[юu]([0-9]{1,7})|(.?))")

_ZONE = r"Z|UTC|(?:UTC)?[+-][0-9]{1,2}(?::?[0-9]{2})?|[A-Za-z_]+(?:/[A-Za-z0-9_+-]+)*"
_DATE_TEXT = r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
_TIME_TEXT = r"([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,3}))?)?"
_DATE = re.compile(_DATE_TEXT)
_TIME = re.compile(_TIME_TEXT)
_DATE_TIME = re.compile(rf"{_DATE_TEXT}(?:[ T]+{_TIME_TEXT})?")
_INSTANT = re.compile(rf"{_DATE_TEXT}(?:[ T]+{_TIME_TEXT})?\s*({_ZONE})?")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_LOCALE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_VERSION = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})*")

_LIMITS: dict[tuple[str, str], BracedValue] = {
    ("Date", "Минимум"): (1, 1, 1),
    ("Date", "Максимум"): (9999, 12, 31),
    ("Time", "Минимум"): (0, 0, 0, 0),
    ("Time", "Максимум"): (23, 59, 59, 999),
    ("DateTime", "Минимум"): (1, 1, 1, 0, 0, 0, 0),
    ("DateTime", "Максимум"): (9999, 12, 31, 23, 59, 59, 999),
    ("Instant", "Минимум"): (0, 12, 31, 6, 0, 0, 0, "Z"),
    ("Instant", "Максимум"): (4000, 1, 1, 17, 59, 59, 999, "Z"),
}
_EMPTY: dict[str, BracedValue] = {
    "Date": (1, 1, 1),
    "Time": (0, 0, 0, 0),
    "DateTime": (1, 1, 1, 0, 0, 0, 0),
    "Instant": (1, 1, 1, 0, 0, 0, 0, "Z"),
    "Uuid": "00000000-0000-0000-0000-000000000000",
    "Bytes": b"",
}


def number(text: str, span: Span) -> NumberLiteral | DurationLiteral | SizeLiteral:
    """A number, a duration or a number of bytes as written."""
    if size := _SIZE.fullmatch(text):
        return SizeLiteral(span, _size(size[1], size[2], span))
    if _DECIMAL.fullmatch(text):
        if len(text) - text.count(".") > MAX_DIGITS:
            raise Mistake(span, f"В числе больше {MAX_DIGITS} цифр")
        value = Decimal(text)
        return NumberLiteral(span, int(value) if value == value.to_integral_value() else value)
    if _BASED.fullmatch(text):
        value_in_base = int(text, 0) if len(text) <= 2 + 4 * MAX_DIGITS else 10**MAX_DIGITS
        if value_in_base >= 10**MAX_DIGITS:
            raise Mistake(span, f"В числе больше {MAX_DIGITS} цифр")
        return NumberLiteral(span, value_in_base)
    return DurationLiteral(span, _duration(text, span))


def _number_hint(text: str) -> str:
    if re.fullmatch(r"[0-9_]+", text):
        return "Цифры пишут подряд, без подчёркиваний."
    if re.fullmatch(r"[0-9.]+[eEеЕ][0-9]+", text):
        return "Порядка в записи числа нет: пишите все цифры или умножайте на степень, 2.5 * 10 ** 6."
    if re.match(r"0[xXbB]", text):
        return "Шестнадцатеричные числа пишут 0x1F, двоичные — 0b101."
    if re.fullmatch(r"[0-9]+[дчмсdhms]+[0-9]*\w*", text):
        return "Длительность пишут цифрами и единицами подряд: 1д2ч3м4с5мс."
    return "Имя не может начинаться с цифры."


def _size(count: str, unit: str, span: Span) -> int:
    # Few texts have sizes in them.
    from stdlib.element.byte_size import ENGLISH_UNITS, MOST_DIGITS, UNITS

    if not _DECIMAL.fullmatch(count):
        raise Mistake(span, f"Неверная запись размера: «{count[:40]} {unit}»", "Перед единицей пишут число: 100 КБайт.")
    size = Decimal(count) * (UNITS | ENGLISH_UNITS)[unit]
    if size != size.to_integral_value() or size >= 10**MOST_DIGITS:
        raise Mistake(span, f"Размер – целое число байтов, не больше {MOST_DIGITS} цифр")
    return int(size)


def _duration(text: str, span: Span) -> int:
    position = total = 0
    previous = MAX_DURATION
    while position < len(text):
        part = _DURATION_PART.match(text, position)
        if part is None or len(part[1]) > MAX_DIGITS:
            raise Mistake(span, f"Неверная запись числа: «{text[:40]}»", _number_hint(text))
        unit = _UNITS[part[2]]
        if unit >= previous:
            order = "Единицы длительности пишутся по порядку, каждая один раз: 1д2ч3м4с5мс."
            raise Mistake(span, "Неверная запись длительности", order)
        previous = unit
        total += int(part[1]) * unit
        position = part.end()
    if total > MAX_DURATION:
        raise Mistake(span, f"Длительность больше {MAX_DURATION} мс")
    return total


def string_text(text: str, span: Span, border: int) -> str:
    """A part of a string as a value: indentation up to `border` columns cut off, escapes done."""
    raw = text[span.start : span.end]
    lines = raw.split("\n")
    offset = span.start
    values = []
    for number_of_line, line in enumerate(lines):
        start = offset
        offset += len(line) + 1
        if number_of_line < len(lines) - 1:
            line = line.rstrip()
        if number_of_line:
            indent = min(len(line) - len(line.lstrip(" ")), border)
            line = line[indent:]
            start += indent
        values.append(_unescape(line, start) if "\\" in line else line)
    return "\n".join(values)


def _unescape(line: str, start: int) -> str:
    def replace(found: re.Match[str]) -> str:
        code, sign = found.groups()
        if code is None and sign in _ESCAPES:
            return _ESCAPES[sign]
        if code is not None and int(code) <= 0x10FFFF and not 0xD800 <= int(code) <= 0xDFFF:
            return chr(int(code))
        raise bad_escape(found.group(), Span(start + found.start(), start + found.end()))

    return _ESCAPE.sub(replace, line)


def pattern_text(text: str) -> str:
    """The regular expression of `'…'`."""
    return text[1:-1].replace("\\'", "'")


def braced(text: str, span: Span) -> BracedLiteral:
    """`Имя{…}`."""
    brace = text.index("{")
    spelled = text[:brace].rstrip()
    name = Name(Span(span.start, span.start + len(spelled)), spelled)
    content = text[brace + 1 : -1]
    if spelled not in _READERS:
        known = ", ".join(f"{russian}{{…}}" for russian in list(_READERS)[::2][:9])
        raise Mistake(name.span, f"Неизвестный литерал «{spelled}{{…}}»", f"Литералы в фигурных скобках: {known}.")
    kind, read = _READERS[spelled]
    bare = content.strip()
    value = _LIMITS.get((kind, bare)) or (_EMPTY.get(kind) if not bare else None)
    if value is None:
        value = read(content if kind in ("Resource", "Query") else bare)
    if value is None:
        where = Span(span.start + brace + 1, span.end - 1) if content else span
        raise Mistake(where, f"Неверное содержимое литерала «{spelled}»", f"Пример: {_EXAMPLES[kind]}")
    return BracedLiteral(span, kind, name, content, value)


def is_content(name: str, text: str) -> bool:
    """Whether a text may stand between the braces of a literal."""
    _, read = _READERS[name]
    return read(text.strip()) is not None


def _parts(found: re.Match[str] | None, count: int) -> tuple[int, ...] | None:
    """The first groups as numbers; the fourth of a time is a fraction of a second."""
    if found is None:
        return None
    texts = [group or "0" for group in found.groups()[:count]]
    if count in (4, 7):
        texts[-1] = texts[-1].ljust(3, "0")
    return tuple(int(text) for text in texts)


def _is_date(parts: tuple[int, ...]) -> bool:
    from calendar import monthrange

    year, month, day = parts
    return year >= 1 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _is_time(parts: tuple[int, ...]) -> bool:
    return parts[0] <= 23 and parts[1] <= 59 and parts[2] <= 59


def _date(text: str) -> BracedValue | None:
    parts = _parts(_DATE.fullmatch(text), 3)
    return parts if parts and _is_date(parts) else None


def _time(text: str) -> BracedValue | None:
    parts = _parts(_TIME.fullmatch(text), 4)
    return parts if parts and _is_time(parts) else None


def _date_time(text: str) -> BracedValue | None:
    parts = _parts(_DATE_TIME.fullmatch(text), 7)
    return parts if parts and _is_date(parts[:3]) and _is_time(parts[3:]) else None


def _instant(text: str) -> BracedValue | None:
    found = _INSTANT.fullmatch(text)
    parts = _parts(found, 7)
    if found is None or parts is None or not _is_date(parts[:3]) or not _is_time(parts[3:]):
        return None
    return (*parts, found[8])


def _bytes(text: str) -> BracedValue | None:
    digits = "".join(text.split())
    if len(digits) % 2 or not re.fullmatch(r"[0-9a-fA-F]*", digits):
        return None
    return bytes.fromhex(digits)


def _version(text: str) -> BracedValue | None:
    return tuple(int(part) for part in text.split(".")) if _VERSION.fullmatch(text) else None


def _text_like(pattern: re.Pattern[str]) -> Callable[[str], BracedValue | None]:
    return lambda text: text if pattern.fullmatch(text) else None


_KINDS: tuple[tuple[str, BracedKind, Callable[[str], BracedValue | None]], ...] = (
    ("Дата Date", "Date", _date),
    ("Время Time", "Time", _time),
    ("ДатаВремя DateTime", "DateTime", _date_time),
    ("Момент Instant", "Instant", _instant),
    ("ЧасовойПояс TimeZone", "TimeZone", _text_like(re.compile(_ZONE))),
    ("Ууид Uuid", "Uuid", lambda text: text.lower() if _UUID.fullmatch(text) else None),
    ("Байты Bytes", "Bytes", _bytes),
    ("Версия Version", "Version", _version),
    ("Локаль Locale", "Locale", _text_like(_LOCALE)),
    ("Ресурс Resource", "Resource", str),
    ("Запрос Query", "Query", str),
)
_READERS = {name: (kind, read) for names, kind, read in _KINDS for name in names.split()}
_EXAMPLES = {
    "Date": "Дата{2020-03-01}",
    "Time": "Время{09:15:00}",
    "DateTime": "ДатаВремя{2021-03-31 22:50:47}",
    "Instant": "Момент{2019-05-01 23:30:40.345 UTC+3}",
    "TimeZone": "ЧасовойПояс{UTC+3}",
    "Uuid": "Ууид{550e8400-e29b-41d4-a716-446655440000}",
    "Bytes": "Байты{4D5A}",
    "Version": "Версия{1.2.3}",
    "Locale": "Локаль{ru-RU}",
}
