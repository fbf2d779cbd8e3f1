"""ЗаписьXML."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, getter, method, onec_type
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.xml.characters import check_name, check_text, escape_text
from stdlib.enterprise.xml.sinks import ByteSink, FileSink, TextSink, encoding_name
from stdlib.enterprise.xml.tags import Tags
from stdlib.enterprise.xml.xml_namespace_context import XMLNamespaceContext
from stdlib.enterprise.xml.xml_writer_settings import XMLWriterSettings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.binary.stream import Stream
    from stdlib.enterprise.files.text_encoding import TextEncoding
    from stdlib.enterprise.xml.dom.dom_element import DOMElement
    from stdlib.enterprise.xml.xml_reader import XMLReader


@onec_type("ЗаписьXML", "XMLWriter", presentation="Запись XML")
class XMLWriter(OnecObject):
    """Последовательная запись документа XML в строку, файл или поток."""

    __slots__ = ("_attribute", "_encoding", "_indent", "_settings", "_sink", "_tags")

    indent = field("Отступ", "Indent", "bool", True, "Писать каждый элемент с новой строки, с отступом.")

    @constructor("()", "()")
    def __init__(self) -> None:
        self._settings = XMLWriterSettings()
        self._sink: TextSink | ByteSink | None = None
        self._tags: Tags | None = None
        self._attribute: tuple[str, str | None, list[str]] | None = None

    @method("УстановитьСтроку([КодировкаИлиПараметры])", "SetString([EncodingOrSettings])")
    def set_string(self, settings: XMLWriterSettings | str | None = None) -> None:
        """Записывать документ в строку, которую вернёт Закрыть; кодировка только называется в объявлении XML."""
        self._begin(settings, "UTF-16")
        self._write_to(TextSink())

    @method(
        "ОткрытьФайл(ИмяФайлаXML, [КодировкаИлиПараметры], [ДобавлятьBOM])",
        "OpenFile(XMLFileName, [EncodingOrSettings], [AddBOM])",
    )
    def open_file(
        self, path: str, settings: XMLWriterSettings | TextEncoding | str | None = None, with_mark: bool = True
    ) -> None:
        """Записывать документ в файл, обычно в UTF-8 с меткой порядка байтов."""
        self._begin(settings, "UTF-8")
        self._write_to(FileSink(path, self._encoding, with_mark=with_mark))

    @method(
        "ОткрытьПоток(Поток, [КодировкаИлиПараметры], [ДобавлятьBOM])",
        "OpenStream(Stream, [EncodingOrSettings], [AddBOM])",
    )
    def open_stream(
        self, stream: Stream, settings: XMLWriterSettings | TextEncoding | str | None = None, with_mark: bool = True
    ) -> None:
        """Записывать документ в поток, обычно в UTF-8 с меткой порядка байтов."""
        self._begin(settings, "UTF-8")
        self._write_to(ByteSink(stream.put, self._encoding, with_mark=with_mark))

    def _begin(self, settings: XMLWriterSettings | TextEncoding | str | None, encoding: str) -> None:
        self.close()
        if isinstance(settings, XMLWriterSettings):
            self._settings, self.indent = settings, settings.indent
            self._encoding = settings.encoding or encoding
        else:
            self._settings = XMLWriterSettings()
            self._encoding = encoding_name(settings) or encoding

    def _write_to(self, sink: TextSink | ByteSink) -> None:
        used = self._settings
        self._sink = sink
        self._tags = Tags(sink, used.indent_chars, indent_attributes=used.indent_attributes)

    @method("Закрыть(): Строка", "Close()")
    def close(self) -> str:
        """Заканчивает запись; возвращает записанное, если записывалось в строку."""
        sink, tags = self._sink, self._tags
        self._sink = self._tags = self._attribute = None
        if sink is None or tags is None:
            return ""
        tags.finish()
        return sink.close()

    def _opened(self) -> Tags:
        if self._tags is None:
            raise OnecError(
                "Запись XML не открыта", hint="Сначала вызовите УстановитьСтроку, ОткрытьФайл или ОткрытьПоток"
            )
        if self._attribute is not None:
            raise OnecError("Запись атрибута не завершена", hint="Вызовите ЗаписатьКонецАтрибута")
        return self._tags

    def has_begun(self) -> bool:
        """Is anything written yet?"""
        return self._opened().started

    def write_node_start(self, element: DOMElement) -> None:
        """Begin an element of a tree. What its names need is declared even if the tree forgot to."""
        tags = self._opened()
        tags.start(element.qname, None, indent=self.indent)
        for attribute in element.attributes.values():
            tags.attribute(attribute.qname, None, attribute.content)
        if element.uri is not None:
            tags.declare_missing(element.short, element.uri)
        for attribute in element.attributes.values():
            if attribute.uri is not None and attribute.short:
                tags.declare_missing(attribute.short, attribute.uri)

    @method("ЗаписатьОбъявлениеXML()", "WriteXMLDeclaration()")
    def write_xml_declaration(self) -> None:
        """Записывает <?xml version=… encoding=…?>; только в начале документа."""
        tags = self._opened()
        if tags.started:
            raise OnecError("Объявление XML можно записать только в начале документа")
        tags.text(f'<?xml version="{self._settings.version}" encoding="{self._encoding}"?>')
        if not self.indent:
            tags.text("\n")

    @method("ЗаписатьНачалоЭлемента(Имя, [URIПространстваИмен])", "WriteStartElement(Name, [NamespaceURI])")
    def write_start_element(self, name: str, uri: str | None = None) -> None:
        """Начинает элемент. Пространству имён без префикса префикс подбирается сам."""
        self._opened().start(name, uri, indent=self.indent)

    @method("ЗаписатьКонецЭлемента()", "WriteEndElement()")
    def write_end_element(self) -> None:
        """Завершает элемент, начатый последним."""
        self._opened().end(indent=self.indent)

    @method("ЗаписатьАтрибут(ЛокальноеИмя, URIПространстваИмен, Значение)", "WriteAttribute(LocalName, URI, Value)")
    @method("ЗаписатьАтрибут(Имя, Значение, [ЗначениеСПространством])", "WriteAttribute(Name, Value, [QualifiedValue])")
    def write_attribute(self, name: str, value: str, qualified: str | None = None) -> None:
        """Записывает атрибут элемента, который только что начат."""
        if qualified is None:
            self._opened().attribute(name, None, value)
        else:
            self._opened().attribute(name, value, qualified)

    @method("ЗаписатьНачалоАтрибута(Имя, [URIПространстваИмен])", "WriteStartAttribute(Name, [NamespaceURI])")
    def write_start_attribute(self, name: str, uri: str | None = None) -> None:
        """Начинает атрибут; его значение задаёт ЗаписатьТекст."""
        self._opened().attribute_place()
        self._attribute = (check_name(name), uri, [])

    @method("ЗаписатьКонецАтрибута()", "WriteEndAttribute()")
    def write_end_attribute(self) -> None:
        """Завершает атрибут."""
        if self._attribute is None:
            raise OnecError("Нет начатого атрибута", hint="Концу атрибута предшествует ЗаписатьНачалоАтрибута")
        (name, uri, pieces), self._attribute = self._attribute, None
        self._opened().attribute(name, uri, "".join(pieces))

    @method("ЗаписатьТекст(Текст)", "WriteText(Text)")
    def write_text(self, text: str) -> None:
        """Записывает текст, заменяя служебные символы; внутри атрибута – его значение."""
        if self._attribute is not None:
            self._attribute[2].append(check_text(text))
            return
        self._opened().text(escape_text(text))

    @method("ЗаписатьБезОбработки(Текст)", "WriteRaw(Text)")
    def write_raw(self, text: str) -> None:
        """Записывает разметку как есть."""
        self._opened().text(text)

    @method("ЗаписатьСекциюCDATA(Данные)", "WriteCDATASection(Data)")
    def write_cdata_section(self, text: str) -> None:
        """Записывает текст секцией CDATA; «]]>» внутри него делит её на две."""
        inside = check_text(text).replace("]]>", "]]]]><![CDATA[>")
        self._opened().text(f"<![CDATA[{inside}]]>")

    @method("ЗаписатьКомментарий(Комментарий)", "WriteComment(Comment)")
    def write_comment(self, text: str) -> None:
        """Записывает комментарий."""
        if "--" in text or text.endswith("-"):
            raise BadArgument(1, hint="В комментарии XML не бывает двух дефисов подряд и дефиса на конце")
        self._opened().child(f"<!--{check_text(text)}-->", indent=self.indent)

    @method("ЗаписатьИнструкциюОбработки(Имя, Текст)", "WriteProcessingInstruction(Name, Text)")
    def write_processing_instruction(self, name: str, text: str) -> None:
        """Записывает инструкцию обработки <?Имя Текст?>."""
        if name.lower() == "xml":
            raise BadArgument(1, hint="Объявление XML записывает ЗаписатьОбъявлениеXML")
        if "?>" in text:
            raise BadArgument(2)
        written = f"<?{check_name(name)} {check_text(text)}" if text else f"<?{check_name(name)}"
        self._opened().child(written + "?>", indent=self.indent)

    @method("ЗаписатьСсылкуНаСущность(Имя)", "WriteEntityReference(Name)")
    def write_entity_reference(self, name: str) -> None:
        """Записывает ссылку на сущность &Имя;."""
        self._opened().text(f"&{check_name(name)};")

    @method(
        "ЗаписатьСоответствиеПространстваИмен(Префикс, URIПространстваИмен)",
        "WriteNamespaceMapping(Prefix, NamespaceURI)",
    )
    def write_namespace_mapping(self, prefix: str, uri: str) -> None:
        """Объявляет префикс пространства имён в элементе, который только что начат; пустой префикс – по умолчанию."""
        self._opened().declare(prefix, uri)

    @method("НайтиПрефикс(URIПространстваИмен): Строка, Неопределено", "LookupPrefix(NamespaceURI)")
    def lookup_prefix(self, uri: str) -> str | None:
        """Префикс, под которым пространство имён объявлено; Неопределено, если не объявлено."""
        return self._opened().prefixes.prefix_of(uri)

    @method("ЗаписатьТипДокумента(Имя, ВнутреннееПодмножество)", "WriteDocumentType(Name, InternalSubset)")
    @method("ЗаписатьТипДокумента(Имя, Система, Подмножество)", "WriteDocumentType(Name, SystemId, InternalSubset)")
    @method(
        "ЗаписатьТипДокумента(Имя, ПубличныйИдентификатор, [СистемныйИдентификатор], [ВнутреннееПодмножество])",
        "WriteDocumentType(Name, PublicId, [SystemId], [InternalSubset])",
    )
    def write_document_type(self, name: str, first: str, second: str | None = None, third: str | None = None) -> None:
        """Записывает <!DOCTYPE …>; подмножество – объявления внутри квадратных скобок."""
        public, system, subset = "", "", first
        if third is not None:
            public, system, subset = first, second or "", third
        elif second is not None:
            system, subset = first, second
        tags = self._opened()
        if tags.open:
            raise OnecError("Тип документа записывается до корневого элемента")
        written = f"<!DOCTYPE {check_name(name)}"
        if public:
            written += f' PUBLIC "{_literal(public)}" "{_literal(system)}"'
        elif system:
            written += f' SYSTEM "{_literal(system)}"'
        tags.child(written + (f" [{subset}]>" if subset else ">"), indent=self.indent)

    @method("ЗаписатьТекущий(ЧтениеXML)", "WriteCurrent(XMLReader)")
    def write_current(self, reader: XMLReader) -> None:
        """Записывает узел, на котором стоит чтение; у начала элемента – вместе с атрибутами."""
        from stdlib.enterprise.xml.copying import write_current

        write_current(reader, self)

    @getter("КонтекстПространствИмен", "NamespaceContext", "КонтекстПространствИменXML")
    def namespace_context(self) -> XMLNamespaceContext:
        """Пространства имён, которые действуют в этом месте документа."""
        opened = self._tags.open if self._tags is not None else []
        return XMLNamespaceContext.of((element.declared for element in opened), len(opened))

    @getter("Параметры", "Settings", "ПараметрыЗаписиXML")
    def settings(self) -> XMLWriterSettings:
        """Параметры, с которыми документ записывается."""
        return self._settings


def _literal(text: str) -> str:
    if '"' in check_text(text):
        raise OnecError("В идентификаторе типа документа не бывает кавычек")
    return text
