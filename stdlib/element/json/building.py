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
_COLLECTIONS = {"Массив": Array, "Множество": Set, "Соответствие": Map}


class Builder:
    """`aliases`: names of properties in the text and the names of fields they mean."""

    __slots__ = ("_aliases", "_fields", "_options")

    def __init__(self, options: JsonObjectReaderOptions | None) -> None:
        self._options = options or JsonObjectReaderOptions()
        self._aliases: dict[str, str] = dict(self._options.aliases.entries) if self._options.aliases else {}
        self._fields: dict[Any, dict[str, tuple[int, Any, Shape]]] = {}

    def build(self, value: Any, shape: Shape, path: str = "") -> Any:
        """ИсключениеЧтенияJson, with the path to the value, when it cannot become that."""
        if not shape.kind:
            return value
        if value is None:
            if shape.nullable:
                return None
            raise wrong(path, f"ожидается {shape.name}, а не null")
        if shape.kind == "Один из":
            return self._one_of(value, shape, path)
        if shape.kind in _COLLECTIONS:
            return self._collection(value, shape, path)
        if shape.kind == "Структура":
            return self._structure(value, shape, path)
        return scalar(value, shape, path, self._options)

    def _one_of(self, value: Any, shape: Shape, path: str) -> Any:
        told = value.entries.get(TYPE_NAME) if isinstance(value, Map) else None
        for one in shape.arguments:
            if told is not None and told != one.name:
                continue
            try:
                return self.build(value, one, path)
            except OnecError:
                continue
        names = " или ".join(one.name for one in shape.arguments)
        raise wrong(path, f"ожидается {names}")

    def _collection(self, value: Any, shape: Shape, path: str) -> Any:
        if shape.kind == "Соответствие":
            if not isinstance(value, Map):
                raise wrong(path, "ожидается объект JSON")
            key, held = shape.argument(0), shape.argument(1)
            pairs = value.entries.items()
            if key.kind in ("", "Строка"):
                return Map.of((name, self.build(one, held, f"{path}.{name}")) for name, one in pairs)
            return Map.of((self._key(name, key, path), self.build(one, held, f"{path}.{name}")) for name, one in pairs)
        if not isinstance(value, Array):
            raise wrong(path, "ожидается массив JSON")
        inner = shape.argument(0)
        items = [self.build(one, inner, f"{path}[{index}]") for index, one in enumerate(value.items)]
        return Array.of(items) if shape.kind == "Массив" else Set.of(items)

    def _key(self, name: str, shape: Shape, path: str) -> Any:
        if shape.kind == "Число":
            from stdlib.element.json.tokens import number_of

            number = number_of(name) if name.lstrip("-")[:1].isdecimal() else None
            if number is None:
                raise wrong(f"{path}.{name}", "ключ – не число")
            return number
        if shape.kind == "Булево" and name in ("true", "false", "Истина", "Ложь"):
            return name in ("true", "Истина")
        return scalar(name, shape, f"{path}.{name}", self._options)

    def _structure(self, value: Any, shape: Shape, path: str) -> Any:
        if not isinstance(value, Map):
            raise wrong(path, f"ожидается объект JSON для {shape.name}")
        fields = self._fields_of(shape.cls)
        values: list[Any] = [DEFAULT] * len(shape.cls.__onec_fields__)
        for name, one in value.entries.items():
            found = fields.get(self._aliases.get(name, name))
            if found is not None:
                index, _, wanted = found
                values[index] = self.build(one, wanted, f"{path}.{name}")
            elif not self._options.ignore_unknown and name != TYPE_NAME:
                error = wrong(f"{path}.{name}", f"у структуры {shape.name} нет такого поля")
                error.hint = "Настройка ИгнорироватьНеизвестныеСвойства пропускает лишние свойства"
                raise error
        for index, field, wanted in fields.values():
            if values[index] is DEFAULT:
                values[index] = self._missing(field, wanted, f"{path}.{field.name}")
        return shape.cls(*values)

    def _fields_of(self, cls: Any) -> dict[str, tuple[int, Any, Shape]]:
        """By the names that the text uses: the place among the fields, the field, its type."""
        known = self._fields.get(cls)
        if known is None:
            known = self._fields[cls] = {}
            for index, field in enumerate(cls.__onec_fields__):
                name = name_in_text(field)
                if name is not None:
                    known[name] = index, field, shape_of_text(field.type, cls.__onec_scope__)
        return known

    def _missing(self, field: Any, shape: Shape, path: str) -> Any:
        options = self._options
        if options.fill_collections and shape.kind in _COLLECTIONS:
            return _COLLECTIONS[shape.kind]()
        if not field.required:
            return DEFAULT
        if shape.nullable:
            return None
        if not options.fill_missing:
            raise wrong(path, "нет обязательного свойства")
        return _default_of(shape, path)


def _default_of(shape: Shape, path: str) -> Any:
    if shape.kind in _ZEROS:
        return _ZEROS[shape.kind]
    if shape.kind in _COLLECTIONS:
        return _COLLECTIONS[shape.kind]()
    if shape.kind == "Перечисление" and shape.cls.default is not None:
        return shape.cls.default
    make: Callable[[], Any] | None = _empty_values().get(shape.kind)
    if make is None:
        raise wrong(path, f"у типа {shape.name} нет значения по умолчанию")
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


def scalar(value: Any, shape: Shape, path: str, options: JsonObjectReaderOptions) -> Any:
    """A value that is no container."""
    kind = shape.kind
    if kind == "Число" and value.__class__ is not bool and value.__class__.__name__ in ("int", "Decimal"):
        return value
    if (kind == "Строка" and value.__class__ is str) or (kind == "Булево" and value.__class__ is bool):
        return value
    if kind in _ZEROS:
        raise wrong(path, f"ожидается {kind}")
    try:
        made = _from_text(value, shape, options)
    except OnecError as error:
        raise wrong(path, error.message) from None
    if made is None:
        raise wrong(path, f"значение не годится для типа {shape.name}")
    return made


def _from_text(value: Any, shape: Shape, options: JsonObjectReaderOptions) -> Any:
    from stdlib.element.json import moments

    if shape.kind == "Момент" and value.__class__ in (str, int):
        return moments.read_instant(value)
    if value.__class__ is not str:
        return None
    if shape.kind == "Перечисление":
        return next((one for one in values_of(shape.cls) if value in (one.ru, one.en)), None)
    if shape.kind == "Дата":
        from stdlib.element.time.date import Date

        return Date.of(moments.read_day(value, ignore_time=options.ignore_extra_parts))
    if shape.kind == "Время":
        from stdlib.element.time.time import Time

        return Time.of(moments.read_clock(value, ignore_date=options.ignore_extra_parts))
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


def wrong(path: str, what: str) -> OnecError:
    from stdlib.element.exceptions import JsonReaderException

    return JsonReaderException(f"{path.lstrip('.')}: {what}" if path else what[:1].upper() + what[1:])
