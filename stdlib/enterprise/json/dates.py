"""Dates as JSON writes them: ISO 8601, JavaScript's `new Date(…)`, Microsoft's `/Date(…)/`."""

from __future__ import annotations

from runtime.enterprise.date import Date
from runtime.enterprise.declare import function
from runtime.errors import OnecError
from stdlib.enterprise.dates.clock import EPOCH
from stdlib.enterprise.dates.zones import to_local_time, to_universal_time
from stdlib.enterprise.json.json_date_format import JSONDateFormat
from stdlib.enterprise.json.json_date_writing_variant import JSONDateWritingVariant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Match

_ISO = (
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T ](\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?)?(Z|z|[+-]\d\d(?::?\d\d)?)?)?"
)
_JAVASCRIPT = r"(?:new\s+)?Date\((-?\d{1,15})\)"
_MICROSOFT = r"\\?/Date\((-?\d{1,15})([+-]\d{4})?\)\\?/"


@function(
    "ЗаписатьДатуJSON(Дата, Формат, [ВариантЗаписиДаты]): Строка", "WriteJSONDate(Date, Format, [DateWritingVariant])"
)
def write_json_date(date: Date, form: JSONDateFormat, variant: JSONDateWritingVariant | None = None) -> str:
    """Дата строкой для JSON.

    По ISO 8601 – в местном времени (обычно), со смещением или по Гринвичу. В форматах JavaScript и Microsoft – число
    миллисекунд с 1970 года по Гринвичу.
    """
    variant = variant or JSONDateWritingVariant.local_date
    universal = to_universal_time(date)
    offset = date.seconds - universal.seconds
    if form is JSONDateFormat.iso:
        if variant is JSONDateWritingVariant.universal_date:
            return _iso(universal) + "Z"
        with_offset = variant is JSONDateWritingVariant.local_date_with_offset
        return _iso(date) + (_offset(offset, ":") if with_offset else "")
    milliseconds = (universal.seconds - EPOCH) * 1000
    if form is JSONDateFormat.javascript:
        return f"new Date({milliseconds})"
    with_offset = variant is JSONDateWritingVariant.local_date_with_offset
    return f"/Date({milliseconds}{_offset(offset, '') if with_offset else ''})/"


@function("ПрочитатьДатуJSON(Строка, Формат): Дата", "ReadJSONDate(String, Format)")
def read_json_date(text: str, form: JSONDateFormat) -> Date:
    """Дата из строки, записанной в этом формате; время по Гринвичу и со смещением переводится в местное."""
    import re

    pattern = {"ISO": _ISO, "JavaScript": _JAVASCRIPT, "Microsoft": _MICROSOFT}[form.en]
    match = re.fullmatch(pattern, text.strip(), re.ASCII)
    if match is None:
        raise _wrong(text)
    try:
        if form is JSONDateFormat.iso:
            return _from_iso(match)
        return to_local_time(Date.of_seconds(EPOCH + int(match[1]) // 1000))
    except OnecError:
        raise _wrong(text) from None


def _iso(date: Date) -> str:
    digits = repr(date)[1:-1]
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}T{digits[8:10]}:{digits[10:12]}:{digits[12:]}"


def _offset(seconds: int, separator: str) -> str:
    hours, minutes = divmod(abs(seconds) // 60, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02}{separator}{minutes:02}"


def _from_iso(match: Match[str]) -> Date:
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    if second == 60 or (hour == 24 and not minute and not second):
        # A leap second and the midnight that ends a day.
        rest = 60 if second == 60 else 86_400
        date = Date(year, month, day, 0 if rest > 60 else hour, minute, 0) + rest
    else:
        date = Date(year, month, day, hour, minute, second)
    zone = match[7]
    if not zone:
        return date
    digits = zone[1:].replace(":", "").ljust(4, "0") if len(zone) > 1 else "0000"
    ahead = int(digits[:2]) * 3600 + int(digits[2:]) * 60
    return to_local_time(date + (ahead if zone[0] == "-" else -ahead))


def _wrong(text: str) -> OnecError:
    return OnecError("Представление даты имеет неверный формат", hint=f"Прочитано: {text[:40]}")
