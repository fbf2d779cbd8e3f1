"""Values → JSON text."""

from __future__ import annotations

from runtime.element.presentation import number_text, to_string
from runtime.element.structures import Structure
from stdlib.element.collections.iterable import Iterable
from stdlib.element.collections.key_and_value import KeyAndValue
from stdlib.element.collections.keys import from_key
from stdlib.element.collections.readable_collection import ReadableCollection
from stdlib.element.collections.readable_map import ReadableMap
from stdlib.element.json.building import TYPE_NAME, name_in_text
from stdlib.element.json.json_object_writer_options import JsonObjectWriterOptions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from collections.abc import Iterable as PythonIterable
    from typing import Any

    from stdlib.element.json.layout import Layout

_DEEPEST = 200
_TEXTS = ("Дата", "Ууид", "Версия", "Локаль", "ЧасовойПояс", "Тип", "Url", "РазмерБайтов")


class Writer:
    """Writes one value after another in a layout."""

    __slots__ = ("_fields", "_ignored", "_mode", "_names", "_raw", "_skip_empty", "_skip_undefined", "layout")

    def __init__(self, layout: Layout, options: JsonObjectWriterOptions | None) -> None:
        self.layout = layout
        options = options or JsonObjectWriterOptions()
        self._ignored, self._raw = frozenset(options.ignored or ()), frozenset(options.raw or ())
        self._names: dict[str, str] = dict(options.names.entries) if options.names else {}
        self._mode = options.type_mode
        self._skip_undefined, self._skip_empty = options.skip_undefined, options.skip_empty
        self._fields: dict[Any, list[tuple[Any, Callable[[Any], Any], str]]] = {}

    def text(self, value: Any, level: int = 0) -> str:
        """ИсключениеЗаписиJson for what JSON has no form for, and for what contains itself."""
        pieces: list[str] = []
        self._write(value, level, pieces)
        return "".join(pieces)

    def _write(self, value: Any, level: int, out: list[str]) -> None:
        cls = value.__class__
        if cls is str:
            out.append(self.layout.quoted(value))
        elif cls is int:
            out.append(number_text(value))
        elif value is None:
            out.append("null")
        elif cls is bool:
            out.append("true" if value else "false")
        elif isinstance(value, ReadableMap):
            names = ((to_string(from_key(key)), one) for key, one in value.entries.items())
            self._object(((self.layout.quoted(name), one) for name, one in names), level, out)
        elif isinstance(value, Iterable):
            self._array(value, level, out)
        elif isinstance(value, Structure):
            self._object(self._properties(value), level, out)
        elif isinstance(value, KeyAndValue):
            pair = (("Ключ", value.key), ("Значение", value.value))
            self._object(((self.layout.quoted(name), one) for name, one in pair), level, out)
        else:
            out.append(self._scalar(value))

    def _object(self, pairs: PythonIterable[tuple[str, Any]], level: int, out: list[str]) -> None:
        """The names are quoted already."""
        self._check_depth(level)
        line, colon = self.layout.line(level + 1), self.layout.colon
        opening = "{"
        for name, value in pairs:
            out += (opening, line, name, colon)
            if value.__class__ is _Raw:
                out.append(value.text)
            else:
                self._write(value, level + 1, out)
            opening = ","
        out.append("{}" if opening == "{" else self.layout.line(level) + "}")

    def _array(self, items: PythonIterable[Any], level: int, out: list[str]) -> None:
        self._check_depth(level)
        line = self.layout.line(level + 1)
        opening = "["
        for item in items:
            out += (opening, line)
            self._write(item, level + 1, out)
            opening = ","
        out.append("[]" if opening == "[" else self.layout.line(level) + "]")

    def _properties(self, value: Any) -> Iterator[tuple[str, Any]]:
        """Fields of a structure that are to be written, under their names."""
        cls = value.__class__
        mode = self._mode.ru
        if mode == "ЗаписыватьВсегда":
            yield self.layout.quoted(TYPE_NAME), cls.__onec__.ru
        for field, read, name in self._fields.get(cls) or self._fields_of(cls):
            one = read(value)
            if one is None and self._skip_undefined:
                continue
            if self._skip_empty and isinstance(one, ReadableCollection | ReadableMap) and not len(one):
                continue
            if one.__class__ is str and field.name in self._raw:
                one = _Raw(one)
            elif mode == "ЗаписыватьПриНеоднозначности" and _is_ambiguous(field.type, one):
                one = _Raw(self._with_type(one))
            yield name, one

    def _with_type(self, value: Any) -> str:
        always = JsonObjectWriterOptions(type_mode=type(self._mode).ALWAYS)
        return Writer(self.layout, always).text(value)

    def _fields_of(self, cls: Any) -> list[tuple[Any, Callable[[Any], Any], str]]:
        """Each field that is written, what reads it, and its name in the text."""
        found = self._fields[cls] = []
        for field in cls.__onec_fields__:
            name = name_in_text(field)
            if name is not None and field.name not in self._ignored:
                written = self.layout.quoted(self._names.get(field.name, name))
                found.append((field, _reader(cls, field.name), written))
        return found

    def _scalar(self, value: Any) -> str:
        from runtime.element.library import type_name
        from stdlib.element.json import moments

        kind = type_name(value)
        quoted = self.layout.quoted
        if kind == "Число":
            return to_string(value)
        if kind == "Null":
            return "null"
        if kind == "Байты":
            from binascii import b2a_base64

            return quoted(b2a_base64(value, newline=False).decode("ascii"))
        if kind == "ДатаВремя":
            return quoted(moments.date_time_text(value.milliseconds))
        if kind == "Время":
            return quoted(moments.time_text(value.milliseconds))
        if kind == "Длительность":
            return quoted(moments.duration_text(value))
        if kind == "Момент":
            shown = moments.instant_value(value, self.layout.options.instant)
            return quoted(shown) if isinstance(shown, str) else str(shown)
        if kind in _TEXTS or hasattr(value, "get_index"):
            return quoted(to_string(value))
        raise failure(f"Значение типа {kind} нельзя записать в JSON")

    @staticmethod
    def _check_depth(level: int) -> None:
        if level >= _DEEPEST:
            raise failure(f"Вложенность больше {_DEEPEST}: возможно, значение содержит само себя")


def _reader(cls: Any, name: str) -> Callable[[Any], Any]:
    """Reads a field of a structure: its slot stands on the class under a name that no attribute of Python has."""
    read: Callable[[Any], Any] = vars(cls)["." + name].__get__
    return read


class _Raw:
    """Text that is JSON already."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


def _is_ambiguous(type_: str, value: Any) -> bool:
    """Would the type of the field not tell which structure it is?"""
    return isinstance(value, Structure) and type_.removesuffix("?") != type(value).__onec__.ru


def failure(text: str) -> Exception:
    from stdlib.element.exceptions import JsonWriterException

    return JsonWriterException(text)
