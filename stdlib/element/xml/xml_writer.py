"""ЗаписьXml."""

from __future__ import annotations

from runtime.element.declare import constructor, method, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.io.writable_stream import WritableStream
from stdlib.element.strings.encoding import Encoding
from stdlib.element.xml.xml_writer_options import XmlWriterOptions


class _Open:
    """An element that is being written; `tag`: its start tag still takes attributes."""

    __slots__ = ("attributes", "content", "name", "tag")

    def __init__(self, name: str) -> None:
        self.name, self.tag = name, True
        self.attributes: set[str] = set()
        self.content = ""
        """Nothing yet, "elements" or "text"."""


@onec_type("ЗаписьXml", "XmlWriter")
class XmlWriter(ElementObject):
    """Пишет документ XML в поток; каждый метод возвращает эту же запись. Имена членов не подтверждены.

    Неверные имена и символы, которых в XML не бывает, – исключение ИсключениеЗаписиXml.
    """

    __slots__ = ("_encoding", "_has_root", "_open", "_options", "_started", "_stream")

    @constructor(
        "(Поток: ПотокЗаписи, [Настройки: НастройкиЗаписиXml], Кодировка: Кодировка|Строка = Кодировка.Utf8)",
        "(Stream, [Options], Encoding)",
    )
    def __init__(
        self,
        stream: WritableStream,
        options: XmlWriterOptions | None = None,
        encoding: Encoding | str = Encoding.UTF8,
    ) -> None:
        """Создаёт запись в поток."""
        self._stream, self._encoding = stream, encoding
        self._options = options or XmlWriterOptions()
        self._open: list[_Open] = []
        self._started = self._has_root = False

    @method("ЗаписатьНачалоЭлемента(Имя: Строка, [Uri: Строка]): ЗаписьXml", "WriteElementStart(Name, [Uri])")
    def write_element_start(self, name: str, uri: str | None = None) -> XmlWriter:
        """Открывает элемент; второй параметр объявляет пространство имён его префикса."""
        if not self._open and self._has_root:
            raise _failure("У документа может быть только один корневой элемент")
        _check_name(name)
        self._begin_child("elements")
        self._put("<" + name)
        self._open.append(_Open(name))
        self._has_root = True
        if uri is not None:
            prefix = name.partition(":")[0] if ":" in name else ""
            self.write_namespace(prefix, uri)
        return self

    @method("ЗаписатьКонецЭлемента(): ЗаписьXml", "WriteElementEnd()")
    def write_element_end(self) -> XmlWriter:
        """Закрывает элемент, открытый последним."""
        if not self._open:
            raise _failure("Нет открытого элемента")
        inner = self._open.pop()
        if inner.tag:
            self._put("/>")
            return self
        if inner.content == "elements":
            self._line()
        self._put(f"</{inner.name}>")
        return self

    @method("ЗаписатьАтрибут(Имя: Строка, Значение: Строка): ЗаписьXml", "WriteAttribute(Name, Value)")
    def write_attribute(self, name: str, value: str) -> XmlWriter:
        """Пишет атрибут открытого элемента; его место – до текста и вложенных элементов."""
        from stdlib.xml.characters import escaped_value

        _check_name(name)
        inner = self._open[-1] if self._open else None
        if inner is None or not inner.tag:
            raise _failure(f"Здесь нельзя записать атрибут {name}")
        if name in inner.attributes:
            raise _failure(f"Атрибут {name} уже записан")
        inner.attributes.add(name)
        self._put(f' {name}="{escaped_value(_checked(value))}"')
        return self

    @method("ЗаписатьПространствоИмен(Префикс: Строка, Uri: Строка): ЗаписьXml", "WriteNamespace(Prefix, Uri)")
    def write_namespace(self, prefix: str, uri: str) -> XmlWriter:
        """Объявляет в открытом элементе пространство имён; пустой префикс – для имён без префикса."""
        return self.write_attribute(f"xmlns:{prefix}" if prefix else "xmlns", uri)

    @method("ЗаписатьТекст(Текст: Строка): ЗаписьXml", "WriteText(Text)")
    def write_text(self, text: str) -> XmlWriter:
        """Пишет текст внутри элемента."""
        from stdlib.xml.characters import escaped_text

        written = escaped_text(_checked(text))
        self._inside()
        self._begin_child("text")
        self._put(written)
        return self

    @method("ЗаписатьСекциюCData(Текст: Строка): ЗаписьXml", "WriteCData(Text)")
    def write_c_data(self, text: str) -> XmlWriter:
        """Пишет текст секцией CDATA."""
        text = _checked(text).replace("]]>", "]]]]><![CDATA[>")
        self._inside()
        self._begin_child("text")
        self._put(f"<![CDATA[{text}]]>")
        return self

    @method("ЗаписатьКомментарий(Текст: Строка): ЗаписьXml", "WriteComment(Text)")
    def write_comment(self, text: str) -> XmlWriter:
        """Пишет комментарий."""
        if "--" in text or text.endswith("-"):
            raise _failure("В комментарии не могут стоять два дефиса подряд и дефис в конце")
        self._begin_child("elements")
        self._put(f"<!--{_checked(text)}-->")
        return self

    @method('ЗаписатьИнструкциюОбработки(Имя: Строка, Текст: Строка = ""): ЗаписьXml', "WriteInstruction(Name, Text)")
    def write_instruction(self, name: str, text: str = "") -> XmlWriter:
        """Пишет инструкцию обработки."""
        _check_name(name)
        if "?>" in text or name.lower() == "xml":
            raise _failure(f"Недопустимая инструкция обработки {name}")
        self._begin_child("elements")
        self._put(f"<?{name} {_checked(text)}?>" if text else f"<?{name}?>")
        return self

    @method("ЗаписатьЭлемент(Имя: Строка, Текст: Строка): ЗаписьXml", "WriteElement(Name, Text)")
    def write_element(self, name: str, text: str) -> XmlWriter:
        """Пишет элемент с текстом целиком."""
        return self.write_element_start(name).write_text(text).write_element_end()

    def _inside(self) -> None:
        if not self._open:
            raise _failure("Текст может стоять только внутри элемента")

    def _begin_child(self, content: str) -> None:
        """What is open takes no more attributes; a child of an element begins a line unless text stands beside it."""
        inner = self._open[-1] if self._open else None
        if inner is not None:
            if inner.tag:
                self._put(">")
                inner.tag = False
            if inner.content != "text":
                inner.content = content
        if content == "elements" and self._started and (inner is None or inner.content != "text"):
            self._line()

    def _line(self) -> None:
        if self._options.lines:
            self._put("\n" + self._options.indent * len(self._open))

    def _put(self, text: str) -> None:
        if not self._started:
            self._started = True
            if self._options.declaration:
                from stdlib.element.strings.encoding import codec

                declaration = f'<?xml version="1.0" encoding="{codec(self._encoding).upper()}"?>'
                text = declaration + ("\n" if self._options.lines else "") + text
        self._stream.write(text, self._encoding)


def _check_name(name: str) -> None:
    from stdlib.xml.characters import is_name

    if not is_name(name):
        raise _failure(f"Недопустимое имя XML: {name}")


def _checked(text: str) -> str:
    from stdlib.xml.characters import illegal

    found = illegal(text)
    if found:
        raise _failure(f"Недопустимый в XML символ с номером {ord(found[1])}")
    return text


def _failure(text: str) -> Exception:
    from stdlib.element.exceptions import XmlWriterException

    return XmlWriterException(text)
