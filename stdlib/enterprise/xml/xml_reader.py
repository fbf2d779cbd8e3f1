"""ЧтениеXML."""

from __future__ import annotations

from runtime.enterprise.declare import constructor, field, getter, method, onec_type
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.xml.attributes import Attributes
from stdlib.enterprise.xml.events import Events
from stdlib.enterprise.xml.node import Declaration, DocumentType, Node
from stdlib.enterprise.xml.sources import ByteSource, FileSource, TextSource
from stdlib.enterprise.xml.xml_namespace_context import XMLNamespaceContext
from stdlib.enterprise.xml.xml_node_type import XMLNodeType
from stdlib.enterprise.xml.xml_reader_settings import XMLReaderSettings
from stdlib.enterprise.xml.xml_space import XMLSpace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.binary.stream import Stream
    from stdlib.enterprise.files.text_encoding import TextEncoding

_NOTHING = Node(XMLNodeType.none)
_START, _END = XMLNodeType.start_element, XMLNodeType.end_element
_TEXTS = frozenset({XMLNodeType.text, XMLNodeType.cdata_section, XMLNodeType.whitespace})
_NAMED = frozenset(
    {
        _START,
        _END,
        XMLNodeType.attribute,
        XMLNodeType.processing_instruction,
        XMLNodeType.xml_declaration,
        XMLNodeType.document_type_definition,
        XMLNodeType.entity_reference,
        XMLNodeType.entity,
        XMLNodeType.notation,
    }
)
_VALUED = _TEXTS | {XMLNodeType.attribute, XMLNodeType.comment, XMLNodeType.processing_instruction}
_CONTENT = frozenset({_START, _END, XMLNodeType.text, XMLNodeType.cdata_section, XMLNodeType.entity_reference})


@onec_type("ЧтениеXML", "XMLReader", presentation="Чтение XML")
class XMLReader(Attributes):
    """Последовательное чтение документа XML, узел за узлом, без загрузки его в память целиком.

    Внешние сущности и определения типов не загружаются никогда.
    """

    __slots__ = ("_declaration", "_ignore_whitespace", "_open", "_settings", "_source")

    ignore_whitespace = field(
        "ИгнорироватьПробелы", "IgnoreWhitespace", "bool", True, "Пропускать пробельные символы между элементами."
    )

    @constructor("()", "()")
    def __init__(self) -> None:
        self._settings = XMLReaderSettings()
        self._events: Events | None = None
        self._source: TextSource | ByteSource | None = None
        self._rewind()

    def _rewind(self) -> None:
        self._node: Node = _NOTHING
        self._attribute = self._declaration = -1
        self._open: list[Node] = []

    @method(
        "УстановитьСтроку(СтрокаXML, [Параметры], [НаборСхемXML])", "SetString(XMLString, [Settings], [XMLSchemaSet])"
    )
    def set_string(self, text: str, settings: XMLReaderSettings | None = None, schemas: object = None) -> None:
        """Читать документ из строки."""
        _refuse_schemas(schemas)
        self._begin(TextSource(text), settings)

    @method(
        "ОткрытьФайл(ИмяФайлаXML, [Параметры], [НаборСхемXML], [Кодировка])",
        "OpenFile(XMLFileName, [Settings], [XMLSchemaSet], [Encoding])",
    )
    def open_file(
        self,
        path: str,
        settings: XMLReaderSettings | None = None,
        schemas: object = None,
        encoding: TextEncoding | str | None = None,
    ) -> None:
        """Читать документ из файла. Кодировка, если она задана, важнее указанной в документе."""
        _refuse_schemas(schemas)
        self._begin(FileSource(path, encoding), settings)

    @method(
        "ОткрытьПоток(Поток, [Параметры], [НаборСхемXML], [Кодировка])",
        "OpenStream(Stream, [Settings], [XMLSchemaSet], [Encoding])",
    )
    def open_stream(
        self,
        stream: Stream,
        settings: XMLReaderSettings | None = None,
        schemas: object = None,
        encoding: TextEncoding | str | None = None,
    ) -> None:
        """Читать документ из потока, с того места, где он находится."""
        _refuse_schemas(schemas)
        self._begin(ByteSource(stream.take, encoding), settings)

    def _begin(self, source: TextSource | ByteSource, settings: XMLReaderSettings | None) -> None:
        self.close()
        self._source = source
        if settings is not None:
            self._settings = settings
            self.ignore_whitespace = settings.ignore_whitespace and not settings.use_ignorable_whitespace
        used = self._settings
        self._events = Events(
            source.read,
            source.encoding,
            cdata_as_text=used.cdata_section_as_text,
            preserve=used.space is XMLSpace.preserve,
        )

    @method("Закрыть()", "Close()")
    def close(self) -> None:
        """Закончить чтение и закрыть файл."""
        if self._source is not None and self._events is not None:
            self._events.close()
            self._source.close()
        self._source = self._events = None
        self._rewind()

    def __del__(self) -> None:
        # The parser and what hears it hold each other, and with them the file.
        if getattr(self, "_events", None) is not None:
            self.close()

    @method("Прочитать(): Булево", "Read()")
    def read(self) -> bool:
        """Переходит к следующему узлу; Ложь в конце документа."""
        events = self._events
        if events is None:
            raise OnecError(
                "Источник данных XML не открыт", hint="Сначала вызовите УстановитьСтроку, ОткрытьФайл или ОткрытьПоток"
            )
        self._attribute = self._declaration = -1
        if self._node.kind is _END:
            self._open.pop()
            # A malformed document raises below, and the script may ask again.
            self._node = _NOTHING
        while True:
            node = events.next()
            if node is None:
                self._node = _NOTHING
                return False
            kind = node.kind
            if kind is _START:
                self._open.append(node)
            elif kind is not _END and self._ignored(node):
                continue
            self._node = node
            return True

    def _ignored(self, node: Node) -> bool:
        kind, settings = node.kind, self._settings
        if kind is XMLNodeType.whitespace:
            return not self._open or (self.ignore_whitespace and not node.extra)
        if kind is XMLNodeType.comment:
            return bool(settings.ignore_comments)
        if kind is XMLNodeType.processing_instruction:
            return bool(settings.ignore_processing_instructions)
        if kind is XMLNodeType.xml_declaration:
            return bool(settings.ignore_xml_declaration)
        return kind is XMLNodeType.document_type_definition and settings.ignore_document_type

    def node_read(self) -> Node:
        """The node that the reader stands on."""
        return self._node

    def document_type(self) -> DocumentType | None:
        """The document type, once it was read."""
        return self._events.document_type if self._events is not None else None

    @method("Пропустить()", "Skip()")
    def skip(self) -> None:
        """На начале элемента – переходит к его концу, минуя содержимое; иначе – к следующему узлу."""
        if self._node.kind is not _START:
            self.read()
            return
        depth = len(self._open)
        while self.read():
            if self._node.kind is _END and len(self._open) == depth:
                return

    @method("ПерейтиКСодержимому([ПробельныеСимволы]): ТипУзлаXML", "MoveToContent([Space])")
    def move_to_content(self, space: XMLSpace | None = None) -> XMLNodeType:
        """Переходит к ближайшему узлу с содержимым, если текущий узел не такой: к элементу, его концу, тексту."""
        self._attribute = -1
        while not self._is_content(space is XMLSpace.preserve) and self.read():
            pass
        return self.node_type()

    def _is_content(self, blanks_count: bool) -> bool:
        kind = self._node.kind
        return kind in _CONTENT or (blanks_count and kind is XMLNodeType.whitespace)

    @method("ПервоеОбъявление(): Булево", "FirstDeclaration()")
    def first_declaration(self) -> bool:
        """На определении типа документа – переходит к первому объявлению нотации или сущности."""
        return self._declare(0)

    @method("СледующееОбъявление(): Булево", "NextDeclaration()")
    def next_declaration(self) -> bool:
        """Переходит к следующему объявлению в определении типа документа."""
        return self._declare(self._declaration + 1)

    def _declare(self, number: int) -> bool:
        kind = self._node.extra
        found = isinstance(kind, DocumentType) and number < len(kind.declarations)
        self._declaration = number if found else -1
        return found

    @property
    def _current(self) -> Declaration | None:
        """The declaration that the reader stands on."""
        kind = self._node.extra
        on_declaration = self._declaration >= 0 and isinstance(kind, DocumentType)
        return kind.declarations[self._declaration] if on_declaration and isinstance(kind, DocumentType) else None

    @getter("ТипУзла", "NodeType", "ТипУзлаXML")
    def node_type(self) -> XMLNodeType:
        """Что за узел прочитан."""
        if self._attribute >= 0:
            attribute: XMLNodeType = XMLNodeType.attribute
            return attribute
        declaration = self._current
        return self._node.kind if declaration is None else declaration.kind

    @getter("Имя", "Name", "Строка")
    def name(self) -> str:
        """Полное имя узла, с префиксом."""
        if self._attribute >= 0:
            return self._node.attributes[self._attribute * 2]
        declaration = self._current
        return self._node.name if declaration is None else declaration.name

    @getter("Значение", "Value", "Строка")
    def value(self) -> str:
        """Текст узла или значение атрибута."""
        if self._attribute >= 0:
            return self._node.attributes[self._attribute * 2 + 1]
        declaration = self._current
        return self._node.value if declaration is None else declaration.value

    @getter("ЛокальноеИмя", "LocalName", "Строка")
    def local_name(self) -> str:
        """Имя узла без префикса."""
        return self._node.local if self._attribute < 0 else self._attribute_parts(self._attribute)[1]

    @getter("Префикс", "Prefix", "Строка")
    def prefix(self) -> str:
        """Префикс имени; пустая строка, если его нет."""
        return self._node.prefix if self._attribute < 0 else self._attribute_parts(self._attribute)[0]

    @getter("URIПространстваИмен", "NamespaceURI", "Строка")
    def namespace_uri(self) -> str:
        """Пространство имён узла; пустая строка, если его нет."""
        return self._node.uri if self._attribute < 0 else self._attribute_parts(self._attribute)[2]

    @getter("ИмеетИмя", "HasName", "Булево")
    def has_name(self) -> bool:
        """Бывает ли у таких узлов имя."""
        return self.node_type() in _NAMED

    @getter("ИмеетЗначение", "HasValue", "Булево")
    def has_value(self) -> bool:
        """Бывает ли у таких узлов значение."""
        return self.node_type() in _VALUED

    @getter("ЭтоПробельныеСимволы", "IsWhitespace", "Булево")
    def is_whitespace(self) -> bool:
        """Состоит ли текст узла из одних пробельных символов."""
        node = self._node
        return self._attribute < 0 and node.kind in _TEXTS and not node.value.strip(" \t\r\n")

    @getter("ЭтоСимвольныеДанные", "IsCharacters", "Булево")
    def is_characters(self) -> bool:
        """Текст ли это: текст, секция CDATA или пробельные символы."""
        return self._attribute < 0 and self._node.kind in _TEXTS

    @getter("ЭтоАтрибутПоУмолчанию", "IsDefaultAttribute", "Булево")
    def is_default_attribute(self) -> bool:
        """Взято ли значение атрибута из определения типа документа."""
        return self._attribute >= self._node.specified and self._attribute >= 0

    @getter("КонтекстПространствИмен", "NamespaceContext", "КонтекстПространствИменXML")
    def namespace_context(self) -> XMLNamespaceContext:
        """Пространства имён, которые действуют на текущем узле."""
        return XMLNamespaceContext.of((node.declared for node in self._open), len(self._open))

    @getter("Параметры", "Settings", "ПараметрыЧтенияXML")
    def settings(self) -> XMLReaderSettings:
        """Параметры, с которыми документ читается."""
        return self._settings

    @getter("Язык", "Lang", "Строка")
    def lang(self) -> str:
        """Язык содержимого (xml:lang) на текущем узле."""
        return self._inherited("xml:lang", self._settings.lang)

    @getter("ПробельныеСимволы", "Space", "ПробельныеСимволыXML")
    def space(self) -> XMLSpace:
        """Сохраняются ли пробельные символы (xml:space) на текущем узле."""
        value = self._inherited("xml:space", "")
        if value:
            known: XMLSpace = XMLSpace.preserve if value == "preserve" else XMLSpace.default
            return known
        given: XMLSpace = self._settings.space
        return given

    def _inherited(self, name: str, otherwise: str) -> str:
        for node in reversed(self._open):
            if node.uris is not None and name in node.uris:
                return node.attributes[node.attributes[::2].index(name) * 2 + 1]
        return otherwise

    @getter("ВерсияXML", "XMLVersion", "Строка")
    def xml_version(self) -> str:
        """Версия XML из объявления."""
        return self._events.version if self._events else "1.0"

    @getter("КодировкаXML", "XMLEncoding", "Строка")
    def xml_encoding(self) -> str:
        """Кодировка из объявления XML; пустая строка, если она не указана."""
        return self._events.declared_encoding if self._events else ""

    @getter("КодировкаИсточника", "InputEncoding", "Строка")
    def input_encoding(self) -> str:
        """Кодировка, в которой документ читается."""
        if self._source is None:
            return ""
        return (self._source.encoding or self.xml_encoding() or "utf-8").upper()

    @getter("Автономный", "Standalone", "Булево")
    def standalone(self) -> bool:
        """Объявлен ли документ автономным (standalone="yes")."""
        return self._events is not None and self._events.standalone

    @getter("БазовыйURI", "BaseURI", "Строка")
    def base_uri(self) -> str:
        """Имя файла, который читается; пустая строка у строк и потоков."""
        return self._source.path if isinstance(self._source, FileSource) else ""

    @getter("ПубличныйИдентификатор", "PublicId", "Строка")
    def public_id(self) -> str:
        """Публичный идентификатор определения типа документа или объявления в нём."""
        kind = self._current or self._node.extra
        return kind.public if isinstance(kind, DocumentType | Declaration) else ""

    @getter("СистемныйИдентификатор", "SystemId", "Строка")
    def system_id(self) -> str:
        """Системный идентификатор определения типа документа или объявления в нём."""
        kind = self._current or self._node.extra
        return kind.system if isinstance(kind, DocumentType | Declaration) else ""

    @getter("ИмяНотации", "NotationName", "Строка")
    def notation_name(self) -> str:
        """Нотация неразбираемой сущности."""
        declaration = self._current
        return declaration.notation if declaration is not None else ""


def _refuse_schemas(schemas: object) -> None:
    if schemas is not None:
        raise BadArgument(3, "Проверка по схеме не поддерживается")
