"""НастройкиЧтенияОбъектовJson."""

from __future__ import annotations

from runtime.element.declare import constructor, field, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.collections.readable_map import ReadableMap


@onec_type("НастройкиЧтенияОбъектовJson", "JsonObjectReaderOptions")
class JsonObjectReaderOptions(ElementObject):
    """Как свойства JSON становятся полями структур. Значения по умолчанию не подтверждены."""

    __slots__ = ("_aliases", "_fill_collections", "_fill_missing", "_ignore_extra_parts", "_ignore_unknown")

    ignore_extra_parts = field(
        "ИгнорироватьЛишниеЧастиДатыВремени",
        "IgnoreExtraDateTimeParts",
        "bool",
        False,
        "Отбрасывается ли время у даты и дата у времени.",
        type_="Булево",
    )
    ignore_unknown = field(
        "ИгнорироватьНеизвестныеСвойства",
        "IgnoreUnknownProperties",
        "bool",
        False,
        "Пропускаются ли свойства, которых нет у структуры.",
        type_="Булево",
    )
    fill_missing = field(
        "ИнициализироватьОтсутствующиеПоля",
        "InitializeMissingFields",
        "bool",
        False,
        "Получают ли обязательные поля, которых нет в тексте, значения по умолчанию своих типов.",
        type_="Булево",
    )
    fill_collections = field(
        "ИнициализироватьПустыеКоллекции",
        "InitializeEmptyCollections",
        "bool",
        False,
        "Становятся ли пустыми коллекции, которых нет в тексте.",
        type_="Булево",
    )
    aliases = field(
        "ПсевдонимыСвойств",
        "PropertyAliases",
        "ReadableMap | None",
        None,
        "Имена свойств в тексте и имена полей, которым они соответствуют.",
        type_="ЧитаемоеСоответствие<Строка, Строка>?",
    )

    @constructor(
        "(ИгнорироватьЛишниеЧастиДатыВремени: Булево = Ложь, "
        "ИгнорироватьНеизвестныеСвойства: Булево = Ложь, "
        "ИнициализироватьОтсутствующиеПоля: Булево = Ложь, "
        "ИнициализироватьПустыеКоллекции: Булево = Ложь, "
        "ПсевдонимыСвойств: ЧитаемоеСоответствие<Строка, Строка>? = Неопределено)",
        "(IgnoreExtraDateTimeParts, IgnoreUnknownProperties, InitializeMissingFields, "
        "InitializeEmptyCollections, PropertyAliases)",
    )
    def __init__(
        self,
        ignore_extra_parts: bool = False,
        ignore_unknown: bool = False,
        fill_missing: bool = False,
        fill_collections: bool = False,
        aliases: ReadableMap | None = None,
    ) -> None:
        """Создаёт настройки; свойства, которые не указаны, имеют значения по умолчанию."""
        self._ignore_extra_parts = ignore_extra_parts
        self._ignore_unknown = ignore_unknown
        self._fill_missing = fill_missing
        self._fill_collections = fill_collections
        self._aliases = aliases
