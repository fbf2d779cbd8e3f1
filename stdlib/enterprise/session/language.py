"""The language of a script and the locales that are known."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.errors import BadArgument
from runtime.host import current

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.collections.array import Array


@function("ТекущийЯзык(): Строка", "CurrentLanguage()")
def current_language() -> str:
    """Код языка, на котором сценарий говорит с пользователем: ru, en…"""
    return current().locale.partition("_")[0]


@function("ТекущийКодЛокализации(): Строка", "CurrentLocaleCode()")
def current_locale_code() -> str:
    """Код, по которому сценарий пишет числа и даты: ru_RU, en_US… Его задаёт параметр --locale."""
    return current().locale


@function("ТекущийЯзыкСистемы(): Строка", "CurrentSystemLanguage()")
def current_system_language() -> str:
    """Код языка компьютера; ru, если компьютер его не называет."""
    import os

    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    code = named.partition(".")[0].partition("_")[0].lower()
    return code if code.isalpha() and len(code) in (2, 3) else "ru"


@function("ПолучитьДопустимыеКодыЛокализации(): Массив", "GetAvailableLocaleCodes()")
def get_available_locale_codes() -> Array:
    """Массив кодов, по которым можно писать числа и даты."""
    from runtime.enterprise.locales import COUNTRIES, HABITS
    from stdlib.enterprise.collections.array import Array

    codes = [_spelled(code) for code in HABITS] + [place.partition(" ")[0] for place in COUNTRIES.values()]
    return Array.of(sorted(codes))


@function("ПредставлениеКодаЛокализации(КодЛокализации): Строка", "LocaleCodePresentation(LocaleCode)")
def locale_code_presentation(code: str) -> str:
    """Название языка и страны: «Русский (Россия)»."""
    from runtime.enterprise.locale import locale_named
    from runtime.enterprise.locales import COUNTRIES

    known = locale_named(code)
    if known is None:
        raise BadArgument(1)
    language, _, country = known.code.partition("_")
    place, _, name = COUNTRIES.get(language, "").partition(" ")
    return f"{known.name} ({name})" if country and place.lower() == known.code else known.name


def _spelled(code: str) -> str:
    language, mark, country = code.partition("_")
    return language + mark + country.upper()
