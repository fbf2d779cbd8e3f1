"""НастройкиЧтенияДанных."""

from __future__ import annotations

from runtime.element.declare import constructor, field, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.io.bytes_order import BytesOrder
from stdlib.element.strings.encoding import Encoding


@onec_type("НастройкиЧтенияДанных", "DataReaderOptions")
class DataReaderOptions(ElementObject):
    """Как читаются числа и текст. Имена свойств не подтверждены."""

    __slots__ = ("_encoding", "_order", "_separator")

    encoding = field(
        "Кодировка", "Encoding", "Encoding | str", Encoding.UTF8, "Кодировка текста.", type_="Кодировка|Строка"
    )
    order = field(
        "ПорядокБайтов",
        "BytesOrder",
        "BytesOrder",
        BytesOrder.LITTLE_ENDIAN,
        "Порядок байтов в числах.",
        type_="ПорядокБайтов",
    )
    separator = field("РазделительСтрок", "LineSeparator", "str", "\n", "Чем кончается строка.", type_="Строка")

    @constructor(
        "(Кодировка: Кодировка|Строка = Кодировка.Utf8, "
        "ПорядокБайтов: ПорядокБайтов = ПорядокБайтов.ОтМладшегоКСтаршему, "
        'РазделительСтрок: Строка = "\\н")',
        "(Encoding, BytesOrder, LineSeparator)",
    )
    def __init__(
        self,
        encoding: Encoding | str = Encoding.UTF8,
        order: BytesOrder = BytesOrder.LITTLE_ENDIAN,
        separator: str = "\n",
    ) -> None:
        """Создаёт настройки."""
        self._encoding, self._order, self._separator = encoding, order, separator
