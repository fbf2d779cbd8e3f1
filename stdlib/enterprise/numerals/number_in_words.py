"""ЧислоПрописью()."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.enterprise.locale import locale
from runtime.enterprise.numbers import Number, round_to
from runtime.errors import BadArgument, OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.numerals.east_slavic import Words

_GENDERS = {"м": 0, "m": 0, "ч": 0, "ж": 1, "f": 1, "с": 2, "n": 2, "": 0}
_SWITCHES = {"SN": "НП", "FN": "НД", "FS": "ДП"}
_MOST_DECIMALS = 27


@function(
    "ЧислоПрописью(Число, [ФорматнаяСтрока], [ПараметрыПредметаИсчисления]): Строка",
    "NumberInWords(Number, [FormatString], [NumerationItemOptions])",
)
def number_in_words(number: Number, format_string: str = "", subject: str = "") -> str:
    """Число словами: ЧислоПрописью(123.45, , "рубль, рубля, рублей, м, копейка, копейки, копеек, ж, 2").

    Параметры форматной строки: Л – язык (ru, uk, be, en), НП – писать ли название предмета, НД – писать ли название
    дробной части, ДП – писать ли дробную часть словами (обычно она пишется цифрами).
    """
    from stdlib.enterprise.formatting.format_string import parameters

    given = {_SWITCHES.get(name, name): value for name, value in parameters(format_string).items()}
    language = locale(given.get("Л", "")).code.partition("_")[0]
    spelling = _English(subject) if language == "en" else _EastSlavic(subject, _words(language))
    whole, fraction = _parts(-number if number < 0 else number, spelling.decimals)
    pieces = [spelling.minus] if number < 0 and (whole or fraction) else []
    pieces.append(spelling.whole(whole))
    if _on(given, "НП", True):
        pieces.append(spelling.name(whole))
    if spelling.decimals:
        in_words = _on(given, "ДП", False)
        pieces.append(spelling.fraction(fraction) if in_words else f"{fraction:0{spelling.decimals}}")
        if _on(given, "НД", True):
            pieces.append(spelling.fraction_name(fraction))
    text = " ".join(piece for piece in pieces if piece)
    return text[:1].upper() + text[1:]


def _parts(number: Number, decimals: int) -> tuple[int, int]:
    """The whole part and the decimals as a whole number."""
    shifted: int = int(round_to(number, decimals) * 10**decimals)
    power: int = 10**decimals
    return divmod(shifted, power)


def _on(given: dict[str, str], name: str, default: bool) -> bool:
    """Is a switch on? Its words are Истина, Ложь, true, false."""
    from runtime.enterprise.convert import to_boolean

    value = given.get(name, "").strip()
    if not value:
        return default
    try:
        return value == "1" or (value != "0" and to_boolean(value))
    except OnecError:
        raise BadArgument(2) from None


def _words(language: str) -> Words:
    from stdlib.enterprise.numerals import east_slavic

    known = {"ru": east_slavic.RUSSIAN, "uk": east_slavic.UKRAINIAN, "be": east_slavic.BELARUSIAN}
    if language not in known:
        raise OnecError(
            f"Числа прописью на этом языке не пишутся ({language})", hint="Укажите язык: «Л=ru», uk, be или en"
        )
    return known[language]


class _EastSlavic:
    """«рубль, рубля, рублей, м, копейка, копейки, копеек, ж, 2»"""

    __slots__ = ("decimals", "forms", "fraction_forms", "fraction_gender", "gender", "minus", "words")

    def __init__(self, subject: str, words: Words) -> None:
        given = _given(subject, 9)
        self.words, self.minus = words, words.minus
        self.forms, self.gender = given[:3], _gender(given[3])
        self.fraction_forms, self.fraction_gender = given[4:7], _gender(given[7])
        self.decimals = _decimals(given[8])

    def whole(self, number: int) -> str:
        return self.words.spell(number, self.gender)

    def name(self, number: int) -> str:
        return self._form(self.forms, number)

    def fraction(self, number: int) -> str:
        return self.words.spell(number, self.fraction_gender)

    def fraction_name(self, number: int) -> str:
        return self._form(self.fraction_forms, number)

    @staticmethod
    def _form(forms: list[str], number: int) -> str:
        from stdlib.enterprise.numerals.east_slavic import form_of

        return forms[form_of(number)]


class _English:
    """«dollar, dollars, cent, cents, 2»"""

    __slots__ = ("decimals", "forms", "fraction_forms", "minus")

    def __init__(self, subject: str) -> None:
        given = _given(subject, 5)
        self.forms, self.fraction_forms, self.minus = given[:2], given[2:4], "minus"
        self.decimals = _decimals(given[4])

    def whole(self, number: int) -> str:
        from stdlib.enterprise.numerals.english import spell

        return spell(number)

    def name(self, number: int) -> str:
        return self.forms[number != 1]

    def fraction(self, number: int) -> str:
        return self.whole(number)

    def fraction_name(self, number: int) -> str:
        return self.fraction_forms[number != 1]


def _given(subject: str, count: int) -> list[str]:
    pieces = [piece.strip() for piece in subject.split(",")]
    if len(pieces) > count:
        raise BadArgument(3)
    return pieces + [""] * (count - len(pieces))


def _gender(letter: str) -> int:
    if letter.lower() not in _GENDERS:
        raise BadArgument(3)
    return _GENDERS[letter.lower()]


def _decimals(text: str) -> int:
    if not text:
        return 2
    if not (text.isascii() and text.isdigit() and int(text[:9]) <= _MOST_DECIMALS):
        raise BadArgument(3)
    return int(text)
