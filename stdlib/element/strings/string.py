"""Строка. Values are Python's `str`: what looks like `self` below is one."""

from __future__ import annotations

from runtime.element.declare import constructor, method, onec_type
from runtime.element.indexing import boundary, position
from runtime.element.library import library_class
from stdlib.element.comparable import Comparable
from stdlib.element.presentable import Presentable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.element.collections.array import Array
    from stdlib.element.patterns.match import Match
    from stdlib.element.patterns.pattern import Pattern
    from stdlib.element.strings.encoding import Encoding

_LONGEST = 2_147_483_647
"""Indexes are no greater."""


@onec_type("Строка", "String", represents=str)
class String(Presentable, Comparable):
    """Неизменяемая последовательность символов; индексы начинаются с нуля."""

    __slots__ = ()
    element_type = "Строка"
    """What `для … из` gives."""

    def __new__(cls, data: bytes = b"", encoding: Encoding | str = "utf-8") -> Any:
        from stdlib.element.strings.encoding import decode

        return decode(data, encoding)

    @constructor("(Байты: Байты = Байты{}, Кодировка: Кодировка|Строка = Кодировка.Utf8)", "(Bytes, Encoding)")
    def __init__(self, data: bytes = b"", encoding: Encoding | str = "utf-8") -> None:
        """Создаёт строку из байтов в указанной кодировке."""

    @method("Длина(): Число", "Length()")
    def length(self: Any) -> int:
        """Количество символов."""
        return len(self)

    @method("Пусто(): Булево", "IsEmpty()")
    def is_empty(self: Any) -> bool:
        """Истина, если в строке нет символов."""
        return not self

    @method("Символ(Индекс: Число): Строка", "CharAt(Index)")
    def char_at(self: Any, index: int) -> str:
        """Возвращает символ по индексу, как Строка[Индекс]."""
        return str(self[position(index, len(self))])

    @method("КодСимвола(Индекс: Число = 0): Число", "CharCode(Index)")
    def char_code(self: Any, index: int = 0) -> int:
        """Возвращает номер символа в Юникоде."""
        return ord(self[position(index, len(self))])

    @method("Подстрока(От: Число, [До: Число]): Строка", "Substring(From, [To])")
    def substring(self: Any, start: int, end: int | None = None) -> str:
        """Возвращает символы с индексами от первого до второго, не включая второй, или до конца строки."""
        size = len(self)
        if end is None:
            end = size
        if 0 <= start <= end <= size:
            return self[start:end]  # type: ignore[no-any-return]
        first, last = boundary(start, size), boundary(end, size)
        if first > last:
            from runtime.element.exceptions import IllegalArgumentException

            raise IllegalArgumentException(f"Начало подстроки {first} больше её конца {last}")
        return str(self[first:last])

    @method("Содержит(Подстрока: Строка): Булево", "Contains(Substring)")
    def contains(self: Any, part: str) -> bool:
        """Истина, если подстрока есть в строке."""
        return part in self

    @method("НачинаетсяС(Подстрока: Строка): Булево", "StartsWith(Substring)")
    def starts_with(self: Any, part: str) -> bool:
        """Истина, если строка начинается с подстроки."""
        return self.startswith(part)  # type: ignore[no-any-return]

    @method("ЗаканчиваетсяНа(Подстрока: Строка): Булево", "EndsWith(Substring)")
    def ends_with(self: Any, part: str) -> bool:
        """Истина, если строка заканчивается подстрокой."""
        return self.endswith(part)  # type: ignore[no-any-return]

    @method("Найти(Подстрока: Строка, От: Число = 0): Число", "Find(Substring, From)")
    def find(self: Any, part: str, start: int = 0) -> int:
        """Возвращает индекс первого вхождения не раньше указанного. Уточнение реализации: -1, если его нет."""
        return self.find(part, start if start > 0 else 0)  # type: ignore[no-any-return]

    @method("НайтиСКонца(Подстрока: Строка): Число", "FindLast(Substring)")
    def find_last(self: Any, part: str) -> int:
        """Возвращает индекс последнего вхождения. Уточнение реализации: -1, если его нет."""
        return self.rfind(part)  # type: ignore[no-any-return]

    @method("Заменить(Что: Строка|Образец, Чем: Строка): Строка", "Replace(What, With)")
    def replace(self: Any, what: str | Pattern, new: str) -> str:
        """Заменяет все вхождения подстроки или все совпадения с образцом."""
        if what.__class__ is str:
            return self.replace(what, new) if what else self  # type: ignore[no-any-return]
        return what.compiled.sub(lambda _: new, self)  # type: ignore[union-attr]

    @method("Разделить(Разделитель: Строка|Образец): Массив<Строка>", "Split(Separator)")
    def split(self: Any, separator: str | Pattern) -> Array:
        """Делит строку на части между разделителями. Пустой разделитель делит на символы."""
        if not isinstance(separator, str):
            return separator.split(self)
        made: Array = library_class("Array").of(self.split(separator) if separator else list(self))
        return made

    @method("ПолучитьСтроки(): Массив<Строка>", "GetLines()")
    def get_lines(self: Any) -> Array:
        """Делит текст на строки; переводами строк служат ВК, ПС и их пара."""
        from stdlib.element.collections.array import Array

        return Array.of(self.replace("\r\n", "\n").replace("\r", "\n").split("\n"))

    @method("ВВерхнийРегистр(): Строка", "ToUpperCase()")
    def to_upper_case(self: Any) -> str:
        """Заменяет строчные буквы прописными."""
        return self.upper()  # type: ignore[no-any-return]

    @method("ВНижнийРегистр(): Строка", "ToLowerCase()")
    def to_lower_case(self: Any) -> str:
        """Заменяет прописные буквы строчными."""
        return self.lower()  # type: ignore[no-any-return]

    @method("Обрезать(): Строка", "Crop()")
    def crop(self: Any) -> str:
        """Удаляет пробельные символы в начале и в конце (уточнение реализации)."""
        return self.strip()  # type: ignore[no-any-return]

    @method("ОбрезатьСлева(): Строка", "CropLeft()")
    def crop_left(self: Any) -> str:
        """Удаляет пробельные символы в начале (член не подтверждён)."""
        return self.lstrip()  # type: ignore[no-any-return]

    @method("ОбрезатьСправа(): Строка", "CropRight()")
    def crop_right(self: Any) -> str:
        """Удаляет пробельные символы в конце (член не подтверждён)."""
        return self.rstrip()  # type: ignore[no-any-return]

    @method('ДополнитьСлева(Длина: Число, Символ: Строка = " "): Строка', "PadLeft(Length, Char)")
    def pad_left(self: Any, length: int, sign: str = " ") -> str:
        """Дополняет строку слева символом до указанной длины (член не подтверждён)."""
        return str(self.rjust(possible_length(length), one_character(sign)))

    @method('ДополнитьСправа(Длина: Число, Символ: Строка = " "): Строка', "PadRight(Length, Char)")
    def pad_right(self: Any, length: int, sign: str = " ") -> str:
        """Дополняет строку справа символом до указанной длины (член не подтверждён)."""
        return str(self.ljust(possible_length(length), one_character(sign)))

    @method("Повторить(Количество: Число): Строка", "Repeat(Count)")
    def repeat(self: Any, count: int) -> str:
        """Повторяет строку указанное количество раз."""
        if count < 0:
            from runtime.element.exceptions import IllegalArgumentException

            raise IllegalArgumentException(f"Количество повторений не может быть меньше нуля: {count}")
        possible_length(count * len(self))
        return str(self * count) if self else ""

    @method("ПолноеСовпадение(Образец: Образец): Булево", "FullMatch(Pattern)")
    def full_match(self: Any, pattern: Pattern) -> bool:
        """Истина, если вся строка соответствует образцу."""
        return pattern.compiled.fullmatch(self) is not None

    @method("НайтиСовпадение(Образец: Образец, От: Число = 0): Совпадение?", "FindMatch(Pattern, From)")
    def find_match(self: Any, pattern: Pattern, start: int = 0) -> Match | None:
        """Возвращает первое место, соответствующее образцу, не раньше указанного (член не подтверждён)."""
        return pattern.first_match(self, start)

    @method("НайтиСовпадения(Образец: Образец): Массив<Совпадение>", "FindMatches(Pattern)")
    def find_matches(self: Any, pattern: Pattern) -> Array:
        """Возвращает все места, соответствующие образцу, слева направо (член не подтверждён)."""
        return pattern.matches(self)

    @method("ВБайты(Кодировка: Кодировка|Строка = Кодировка.Utf8): Байты", "ToBytes(Encoding)")
    def to_bytes(self: Any, encoding: Encoding | str = "utf-8") -> bytes:
        """Возвращает байты текста в указанной кодировке; чего в ней нет, заменяется знаком вопроса."""
        from stdlib.element.strings.encoding import codec

        return bytes(self.encode(codec(encoding), "replace"))


def possible_length(length: int) -> int:
    """The length itself, at least 0; ИсключениеНедопустимыйАргумент when no string can have it."""
    if length > _LONGEST:
        from runtime.element.exceptions import IllegalArgumentException

        raise IllegalArgumentException(f"Слишком длинная строка: {length}")
    return max(length, 0)


def one_character(text: str) -> str:
    """The text itself; ИсключениеНедопустимыйАргумент unless it is one character."""
    if len(text) != 1:
        from runtime.element.exceptions import IllegalArgumentException

        raise IllegalArgumentException(f"Ожидается один символ, получено: «{text}»")
    return text
