"""Plain values of a JSON text → values of the types that a script wants."""

from __future__ import annotations

from runtime.element.structures import DEFAULT
from runtime.errors import OnecError
from stdlib.element.collections.array import Array
from stdlib.element.collections.map import Map
from stdlib.element.collections.set import Set
from stdlib.element.json.json_object_reader_options import JsonObjectReaderOptions
from stdlib.element.json.shapes import Shape, shape_of_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

TYPE_NAME = "@type"
_ZEROS = {"Число": 0, "Строка": "", "Булево": False}
_EXACT = {"Число": int, "Строка": str, "Булево": bool}
"""Values of these classes are what is wanted; most of them are."""
_COLLECTIONS = {"Массив": Array, "Множество": Set, "Соответствие": Map}


class Mismatch(Exception):
    """A value does not fit its type; each container on the way out puts its own step before `path`."""

    def __init__(self, what: str, step: str = "", hint: str = "") -> None:
        self.what, self.path, self.hint = what, step, hint

    def within(self, step: str) -> Mismatch:
        self.path = step + self.path
        return self

    def told(self) -> OnecError:
        from stdlib.element.exceptions import JsonReaderException

        path = self.path.lstrip(".")
        error = JsonReaderException(f"{path}: {self.what}" if path else self.what[:1].upper() + self.what[1:])
        if self.hint:
            error.hint = self.hint
        return error


class Builder:
    """`aliases`: names of properties in the text and the names of fields they mean."""

    __slots__ = ("_aliases", "_fields", "_fill_collections", "_fill_missing", "_ignore_extra_parts", "_ignore_unknown")

    def __init__(self, options: JsonObjectReaderOptions | None) -> None:
        options = options or JsonObjectReaderOptions()
        self._aliases: dict[str, str] = dict(options.aliases.entries) if options.aliases else {}
        self._fill_collections, self._fill_missing = options.fill_collections, options.fill_missing
        self._ignore_extra_parts, self._ignore_unknown = options.ignore_extra_parts, options.ignore_unknown
        self._fields: dict[Any, dict[str, tuple[int, Any, Shape]]] = {}

    def build(self, value: Any, shape: Shape) -> Any:
        """ИсключениеЧтенияJson, with the path to the value, when it cannot become that."""
        try:
            return self._build(value, shape)
        except Mismatch as mismatch:
            raise mismatch.told() from None

    def _build(self, value: Any, shape: Shape) -> Any:
        kind = shape.kind
        if _EXACT.get(kind) is value.__class__:
            return value
        if not kind:
            return value
        if value is None:
            if shape.nullable:
                return None
            raise Mismatch(f"ожидается {shape.name}, а не null")
        if kind == "Структура":
            return self._structure(value, shape)
        if kind in _COLLECTIONS:
            return self._collection(value, shape)
        if kind == "Один из":
            return self._one_of(value, shape)
        return scalar(value, shape, self._ignore_extra_parts)

    def _one_of(self, value: Any, shape: Shape) -> Any:
        told = value.entries.get(TYPE_NAME) if isinstance(value, Map) else None
        for one in shape.arguments:
            if told is not None and told != one.name:
                continue
            try:
                return self._build(value, one)
            except Mismatch:
                continue
        raise Mismatch(f"ожидается {' или '.join(one.name for one in shape.arguments)}")

    def _collection(self, value: Any, shape: Shape) -> Any:
        if shape.kind == "Соответствие":
            if not isinstance(value, Map):
                raise Mismatch("ожидается объект JSON")
            key, held = shape.argument(0), shape.argument(1)
            return Map.of(self._pair(name, one, key, held) for name, one in value.entries.items())
        if not isinstance(value, Array):
            raise Mismatch("ожидается массив JSON")
        inner = shape.argument(0)
        items: list[Any] = []
        try:
            for one in value.items:
                items.append(self._build(one, inner))
        except Mismatch as mismatch:
            raise mismatch.within(f"[{len(items)}]") from None
        return Array.of(items) if shape.kind == "Массив" else Set.of(items)

    def _pair(self, name: str, value: Any, key: Shape, held: Shape) -> tuple[Any, Any]:
        try:
            return (name if key.kind in ("", "Строка") else self._key(name, key)), self._build(value, held)
        except Mismatch as mismatch:
            raise mismatch.within(f".{name}") from None

    def _key(self, name: str, shape: Shape) -> Any:
        if shape.kind == "Число":
            from stdlib.element.json.tokens import number_of

            number = number_of(name) if name.isascii() and name.removeprefix("-")[:1].isdecimal() else None
            if number is None:
                raise Mismatch("ключ – не число")
            return number
        if shape.kind == "Булево" and name in ("true", "false", "Истина", "Ложь"):
            return name in ("true", "Истина")
        return scalar(name, shape, self._ignore_extra_parts)

    def _structure(self, value: Any, shape: Shape) -> Any:
        if not isinstance(value, Map):
            raise Mismatch(f"ожидается объект JSON для {shape.name}")
        cls = shape.cls
        fields = self._fields.get(cls) or self._fields_of(cls)
        values: list[Any] = [DEFAULT] * len(cls.__onec_fields__)
        name = ""
        try:
            for name, one in value.entries.items():
                found = fields.get(self._aliases.get(name, name) if self._aliases else name)
                if found is not None:
                    values[found[0]] = self._build(one, found[2])
                elif not self._ignore_unknown and name != TYPE_NAME:
                    hint = "Настройка ИгнорироватьНеизвестныеСвойства пропускает лишние свойства"
                    raise Mismatch(f"у структуры {shape.name} нет такого поля", hint=hint)
        except Mismatch as mismatch:
            raise mismatch.within(f".{name}") from None
        if DEFAULT in values:
            for index, field, wanted in fields.values():
                if values[index] is DEFAULT:
                    values[index] = self._missing(field, wanted)
        return cls(*values)

    def _fields_of(self, cls: Any) -> dict[str, tuple[int, Any, Shape]]:
        """By the names that the text uses: the place among the fields, the field, its type."""
        known = self._fields[cls] = {}
        for index, field in enumerate(cls.__onec_fields__):
            name = name_in_text(field)
            if name is not None:
                known[name] = index, field, shape_of_text(field.type, cls.__onec_scope__)
        return known

    def _missing(self, field: Any, shape: Shape) -> Any:
        if self._fill_collections and shape.kind in _COLLECTIONS:
            return _COLLECTIONS[shape.kind]()
        if not field.required:
            return DEFAULT
        if shape.nullable:
            return None
        if not self._fill_missing:
            raise Mismatch("нет обязательного свойства", f".{field.name}")
        return _default_of(shape, field.name)


def _default_of(shape: Shape, name: str) -> Any:
    if shape.kind in _ZEROS:
        return _ZEROS[shape.kind]
    if shape.kind in _COLLECTIONS:
        return _COLLECTIONS[shape.kind]()
    if shape.kind == "Перечисление" and shape.cls.default is not None:
        return shape.cls.default
    make: Callable[[], Any] | None = _empty_values().get(shape.kind)
    if make is None:
        raise Mismatch(f"у типа {shape.name} нет значения по умолчанию", f".{name}")
    return make()


def _empty_values() -> dict[str, Callable[[], Any]]:
    from stdlib.element.time.date import Date
    from stdlib.element.time.date_time import DateTime
    from stdlib.element.time.duration import Duration
    from stdlib.element.time.instant import Instant
    from stdlib.element.time.time import Time
    from stdlib.element.uuid import Uuid

    return {
        "Дата": Date, "Время": Time, "ДатаВремя": DateTime, "Момент": Instant, "Длительность": Duration, "Ууид": Uuid,
        "Байты": bytes,
    }  # fmt: skip


def name_in_text(field: Any) -> str | None:
    """What JSON calls a field of a structure; None when @JsonИгнорироватьСвойство leaves it out."""
    name = str(field.name)
    for annotation, given in field.annotations:
        if annotation in ("JsonИгнорироватьСвойство", "JsonIgnoreProperty"):
            return None
        if annotation in ("JsonСвойство", "JsonProperty"):
            name = next((str(value) for key, value in given if key in ("", "Имя", "Name")), name)
    return name


def scalar(value: Any, shape: Shape, ignore_extra_parts: bool) -> Any:
    """A value that is no container."""
    kind = shape.kind
    if kind == "Число" and value.__class__ is not bool and value.__class__.__name__ in ("int", "Decimal"):
        return value
    if kind in _ZEROS:
        raise Mismatch(f"ожидается {kind}")
    try:
        made = _from_text(value, shape, ignore_extra_parts)
    except OnecError as error:
        raise Mismatch(error.message) from None
    if made is None:
        raise Mismatch(f"значение не годится для типа {shape.name}")
    return made


def _from_text(value: Any, shape: Shape, ignore_extra_parts: bool) -> Any:
    from stdlib.element.json import moments

    if shape.kind == "Момент" and value.__class__ in (str, int):
        return moments.read_instant(value)
    if value.__class__ is not str:
        return None
    if shape.kind == "Перечисление":
        return next((one for one in values_of(shape.cls) if value in (one.ru, one.en)), None)
    if shape.kind == "Дата":
        from stdlib.element.time.date import Date

        return Date.of(moments.read_day(value, ignore_time=ignore_extra_parts))
    if shape.kind == "Время":
        from stdlib.element.time.time import Time

        return Time.of(moments.read_clock(value, ignore_date=ignore_extra_parts))
    if shape.kind == "Длительность":
        from stdlib.element.time.duration import Duration

        return Duration.of(moments.read_duration(value))
    if shape.kind == "Байты":
        from stdlib.element.bytes import from_base64

        return from_base64(value)
    made = _written_values().get(shape.kind)
    return made(value) if made else None


def _written_values() -> dict[str, Callable[[str], Any]]:
    """Types whose constructors read what JSON writes."""
    from stdlib.element.locale import Locale
    from stdlib.element.time.date_time import DateTime
    from stdlib.element.time.time_zone import TimeZone
    from stdlib.element.uuid import Uuid
    from stdlib.element.version import Version

    return {"ДатаВремя": DateTime, "Ууид": Uuid, "Версия": Version, "Локаль": Locale, "ЧасовойПояс": TimeZone}


def values_of(cls: Any) -> list[Any]:
    """The items of an enumeration."""
    return [member.target for member in cls.__onec__.members.values() if member.kind == "value"]
