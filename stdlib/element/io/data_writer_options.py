"""НастройкиЗаписиДанных."""

from __future__ import annotations

from runtime.element.declare import constructor, field, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.io.bytes_order import BytesOrder
from stdlib.element.io.bytes_order_mark import BytesOrderMark
from stdlib.element.strings.encoding import Encoding


@onec_type("НастройкиЗаписиДанных", "DataWriterOptions")
class DataWriterOptions(ElementObject):
    """Как пишутся числа и текст. Имена свойств не подтверждены."""

    __slots__ = ("_encoding", "_mark", "_order", "_separator")

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
    separator = field(
        "РазделительСтрок", "LineSeparator", "str", "\n", "Что пишется после каждой строки.", type_="Строка"
    )
    mark = field(
        "МеткаПорядкаБайтов",
        "BytesOrderMark",
        "BytesOrderMark",
        BytesOrderMark.AUTO,
        "Пишется ли метка перед текстом.",
        type_="МеткаПорядкаБайтов",
    )

    @constructor(
        "(Кодировка: Кодировка|Строка = Кодировка.Utf8, "
        "ПорядокБайтов: ПорядокБайтов = ПорядокБайтов.ОтМладшегоКСтаршему, "
        'РазделительСтрок: Строка = "\\н", '
        "МеткаПорядкаБайтов: МеткаПорядкаБайтов = МеткаПорядкаБайтов.Авто)",
        "(Encoding, BytesOrder, LineSeparator, BytesOrderMark)",
    )
    def __init__(
        self,
        encoding: Encoding | str = Encoding.UTF8,
        order: BytesOrder = BytesOrder.LITTLE_ENDIAN,
        separator: str = "\n",
        mark: BytesOrderMark = BytesOrderMark.AUTO,
    ) -> None:
        """Создаёт настройки."""
        self._encoding, self._order, self._separator = encoding, order, separator
        self._mark = mark
