"""ПараметрыЧтенияXML."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, onec_type
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.xml.xml_space import XMLSpace
from stdlib.enterprise.xml.xml_validation_type import XMLValidationType


@onec_type("ПараметрыЧтенияXML", "XMLReaderSettings", presentation="Параметры чтения XML")
class XMLReaderSettings(OnecObject):
    """Что ЧтениеXML показывает из документа, а что пропускает."""

    __slots__ = (
        "_cdata_section_as_text",
        "_ignore_comments",
        "_ignore_document_type",
        "_ignore_processing_instructions",
        "_ignore_whitespace",
        "_ignore_xml_declaration",
        "_lang",
        "_space",
        "_use_ignorable_whitespace",
        "_validation_type",
        "_version",
    )

    version = field("Версия", "Version", "str", "1.0", "Версия XML.", writable=False)
    lang = field("Язык", "Lang", "str", "", "Язык документа (xml:lang), если сам он языка не называет.", writable=False)
    space = field("ПробельныеСимволы", "Space", "XMLSpace", None, "Сохраняются ли пробельные символы.", writable=False)
    validation_type = field(
        "ТипПроверкиПравильности", "ValidationType", "XMLValidationType", None, "Как проверяется документ.",
        writable=False,
    )  # fmt: skip
    ignore_xml_declaration = field(
        "ИгнорироватьОбъявлениеXML", "IgnoreXMLDeclaration", "bool", True, "Пропускать объявление XML.", writable=False
    )
    ignore_document_type = field(
        "ИгнорироватьТипДокумента", "IgnoreDocumentType", "bool", True, "Пропускать определение типа документа.",
        writable=False,
    )  # fmt: skip
    ignore_processing_instructions = field(
        "ИгнорироватьИнструкцииОбработки", "IgnoreProcessingInstructions", "bool", False,
        "Пропускать инструкции обработки.", writable=False,
    )  # fmt: skip
    ignore_comments = field(
        "ИгнорироватьКомментарии", "IgnoreComments", "bool", False, "Пропускать комментарии.", writable=False
    )
    ignore_whitespace = field(
        "ИгнорироватьПробельныеСимволы", "IgnoreWhitespace", "bool", True, "Пропускать пробелы между элементами.",
        writable=False,
    )  # fmt: skip
    cdata_section_as_text = field(
        "СекцииCDATAКакТекст", "CDATASectionAsText", "bool", False, "Читать секции CDATA как текст.", writable=False
    )
    use_ignorable_whitespace = field(
        "ИспользоватьИгнорируемыеПробельныеСимволы", "UseIgnorableWhitespace", "bool", False,
        "Считать пробелы между элементами значащими.", writable=False,
    )  # fmt: skip

    @constructor(
        "([Версия], [Язык], [ПробельныеСимволы], [ТипПроверкиПравильности], [ИгнорироватьОбъявлениеXML], "
        "[ИгнорироватьТипДокумента], [ИгнорироватьИнструкцииОбработки], [ИгнорироватьКомментарии], "
        "[ИгнорироватьПробельныеСимволы], [СекцииCDATAКакТекст], [ИспользоватьИгнорируемыеПробельныеСимволы])",
        "([Version], [Lang], [Space], [ValidationType], [IgnoreXMLDeclaration], [IgnoreDocumentType], "
        "[IgnoreProcessingInstructions], [IgnoreComments], [IgnoreWhitespace], [CDATASectionAsText], "
        "[UseIgnorableWhitespace])",
    )
    def __init__(
        self,
        version: str = "1.0",
        lang: str = "",
        space: XMLSpace | None = None,
        validation_type: XMLValidationType | None = None,
        ignore_xml_declaration: bool = True,
        ignore_document_type: bool = True,
        ignore_processing_instructions: bool = False,
        ignore_comments: bool = False,
        ignore_whitespace: bool = True,
        cdata_section_as_text: bool = False,
        use_ignorable_whitespace: bool = False,
    ) -> None:
        if version not in ("1.0", "1.1"):
            raise BadArgument(1)
        self._version, self._lang = version, lang
        self._space = space or XMLSpace.default
        self._validation_type = validation_type or XMLValidationType.no_validate
        if self._validation_type is not XMLValidationType.no_validate:
            raise OnecError("Проверка документа при чтении не поддерживается")
        self._ignore_xml_declaration, self._ignore_document_type = ignore_xml_declaration, ignore_document_type
        self._ignore_processing_instructions = ignore_processing_instructions
        self._ignore_comments, self._ignore_whitespace = ignore_comments, ignore_whitespace
        self._cdata_section_as_text = cdata_section_as_text
        self._use_ignorable_whitespace = use_ignorable_whitespace
