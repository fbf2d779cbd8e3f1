"""ЧтениеXml."""

from __future__ import annotations

from runtime.element.declare import constructor, getter, method, onec_type
from stdlib.element.closeable import Closeable
from stdlib.element.io.readable_stream import ReadableStream
from stdlib.element.strings.encoding import Encoding
from stdlib.element.xml.xml_node_kind import XmlNodeKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.collections.map import Map
    from stdlib.element.xml.feed import Node

_CHARACTERS = ("Текст", "СекцияCData")


@onec_type("ЧтениеXml", "XmlReader")
class XmlReader(Closeable):
    """Читает документ XML по узлам. Имена членов не подтверждены.

    Неверный документ и внешние сущности – исключение ИсключениеЧтенияXml; текст из одних пробелов пропускается.
    """

    __slots__ = ("_depth", "_feed", "_node")

    @constructor("(Источник: Строка|ПотокЧтения, [Кодировка: Кодировка|Строка])", "(Source, [Encoding])")
    def __init__(self, source: str | ReadableStream, encoding: Encoding | str | None = None) -> None:
        """Создаёт чтение строки или потока; без кодировки её называет сам документ."""
        from stdlib.element.strings.encoding import codec
        from stdlib.element.xml.feed import Feed

        if isinstance(source, str):
            # What a text says of its encoding does not count.
            source, encoding = ReadableStream.of_bytes(source.encode("utf-8", "replace")), "utf-8"
        self._feed = Feed(source.read, codec(encoding) if encoding is not None else None)
        self._node: Node | None = None
        self._depth = 0

    def release(self) -> None:
        self._feed.close()
        self._node = None

    @method("Следующий(): Булево", "Next()")
    def next(self) -> bool:
        """Переходит к следующему узлу. Возвращает Ложь, если узлов больше нет."""
        if self._node is not None and self._node.kind is XmlNodeKind.END:
            self._depth -= 1
        node = self._feed.next()
        while node is not None and node.kind is XmlNodeKind.TEXT and not node.value.strip(" \t\r\n"):
            node = self._feed.next()
        self._node = node
        if node is not None and node.kind is XmlNodeKind.START:
            self._depth += 1
        return node is not None

    @method("Пропустить()", "Skip()")
    def skip(self) -> None:
        """От начала элемента переходит к его концу; в другом месте ничего не делает."""
        if self._node is None or self._node.kind is not XmlNodeKind.START:
            return
        depth = self._depth
        while self.next():
            if self._node is not None and self._node.kind is XmlNodeKind.END and self._depth == depth:
                return

    @method("ПрочитатьСодержимоеКакСтроку(): Строка", "ReadContentAsString()")
    def read_content_as_string(self) -> str:
        """От начала элемента переходит к его концу и возвращает весь текст между ними."""
        if self._node is None or self._node.kind is not XmlNodeKind.START:
            from runtime.element.exceptions import IllegalStateException

            raise IllegalStateException("Текущий узел XML – не начало элемента")
        pieces: list[str] = []
        depth = 1
        while depth and (node := self._feed.next()) is not None:
            depth += (node.kind is XmlNodeKind.START) - (node.kind is XmlNodeKind.END)
            if node.kind.ru in _CHARACTERS:
                pieces.append(node.value)
            self._node = node
        return "".join(pieces)

    @getter("ВидУзла", "NodeKind", "ВидУзлаXml?")
    def node_kind(self) -> XmlNodeKind | None:
        """Вид текущего узла; Неопределено до первого и после последнего."""
        return self._node.kind if self._node else None

    @getter("Имя", "Name", "Строка")
    def name(self) -> str:
        """Имя с префиксом; у текста – пустая строка."""
        return self._node.qualified if self._node else ""

    @getter("ЛокальноеИмя", "LocalName", "Строка")
    def local_name(self) -> str:
        """Имя без префикса."""
        return self._node.name if self._node else ""

    @getter("Префикс", "Prefix", "Строка")
    def prefix(self) -> str:
        """Префикс имени."""
        return self._node.prefix if self._node else ""

    @getter("UriПространстваИмен", "NamespaceUri", "Строка")
    def namespace_uri(self) -> str:
        """Пространство имён элемента."""
        return self._node.uri if self._node else ""

    @getter("Значение", "Value", "Строка")
    def value(self) -> str:
        """Текст, комментарий или содержимое инструкции."""
        return self._node.value if self._node else ""

    @getter("ТекущаяСтрока", "CurrentLine", "Число")
    def current_line(self) -> int:
        """Строка документа, в которой начинается узел, от 1."""
        return self._node.line if self._node else 0

    @getter("ТекущийСтолбец", "CurrentColumn", "Число")
    def current_column(self) -> int:
        """Символ строки, с которого начинается узел, от 1."""
        return self._node.column if self._node else 0

    @getter("Глубина", "Depth", "Число")
    def depth(self) -> int:
        """Сколько элементов открыто, считая текущий."""
        return self._depth

    @method("Атрибуты(): Соответствие<Строка, Строка>", "Attributes()")
    def attributes(self) -> Map:
        """Возвращает атрибуты элемента по именам с префиксами, в порядке документа."""
        from stdlib.element.collections.map import Map

        return Map.of(self._node.attributes.items() if self._node else ())

    @method("ПолучитьАтрибут(Имя: Строка, [Uri: Строка]): Строка?", "GetAttribute(Name, [Uri])")
    def get_attribute(self, name: str, uri: str | None = None) -> str | None:
        """Возвращает атрибут по имени с префиксом, со вторым параметром – по имени и пространству имён."""
        if self._node is None:
            return None
        return self._node.attributes.get(name) if uri is None else self._node.namespaces.get((uri, name))
