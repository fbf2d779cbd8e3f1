"""ТекстовыйДокумент."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, getter, method, onec_type
from runtime.errors import OnecError
from runtime.names import fold
from stdlib.enterprise.asynchrony.declare import asynchronous
from stdlib.enterprise.files.disk import read_bytes, write_bytes
from stdlib.enterprise.files.encodings import decode, encode
from stdlib.enterprise.files.text_template_parameters import TextTemplateParameters, names_in
from stdlib.enterprise.files.use_output import UseOutput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.binary.stream import Stream
    from stdlib.enterprise.files.text_encoding import TextEncoding

_AREA, _END = frozenset({"#область", "#region"}), frozenset({"#конецобласти", "#endregion"})


@onec_type("ТекстовыйДокумент", "TextDocument", presentation="Текстовый документ")
class TextDocument(OnecObject):
    """Текст, который меняют по строкам, читают из файла и записывают в файл. Строки считаются с 1."""

    __slots__ = (
        "_encoding",
        "_line_separator",
        "_lines",
        "_output",
        "_parameters",
        "_read_only",
        "_template_language_code",
        "_used_file_name",
    )

    used_file_name = field(
        "ИспользуемоеИмяФайла", "UsedFileName", "str", "", "Имя последнего прочитанного или записанного файла.",
        type_="Строка",
    )  # fmt: skip
    line_separator = field(
        "РазделительСтрок", "LineSeparator", "str", "\r\n", "Чем строки разделяются в файле.", type_="Строка"
    )
    read_only = field("ТолькоПросмотр", "ReadOnly", "bool", False, "Здесь только хранится.", type_="Булево")
    output = field("Вывод", "Output", "UseOutput", None, "Здесь только хранится.", type_="ИспользованиеВывода")
    template_language_code = field(
        "КодЯзыкаМакета", "TemplateLanguageCode", "str", None, "Здесь только хранится.", type_="Строка, Неопределено"
    )

    @constructor("()", "()")
    def __init__(self) -> None:
        self._lines: list[str] = []
        self._parameters: TextTemplateParameters | None = None
        self._output = UseOutput.auto
        self._encoding: TextEncoding | str | None = None

    @method("УстановитьТекст(ТекстДляУстановки)", "SetText(Text)")
    def set_text(self, text: str) -> None:
        """Заменяет весь текст."""
        self._lines = text.replace("\r\n", "\n").split("\n") if text else []

    @method("ПолучитьТекст(): Строка", "GetText()")
    def get_text(self) -> str:
        """Весь текст; строки разделены символом ПС."""
        return "\n".join(self._lines)

    @method("КоличествоСтрок(): Число", "LineCount()")
    def line_count(self) -> int:
        """Количество строк."""
        return len(self._lines)

    @method("ПолучитьСтроку(НомерСтроки): Строка", "GetLine(LineNumber)")
    def get_line(self, number: int) -> str:
        """Строка с этим номером; пустая, если такой нет."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    @method("ДобавитьСтроку(Строка)", "AddLine(Line)")
    def add_line(self, line: str) -> None:
        """Добавляет строку в конец."""
        self._lines += _split(line)

    @method("ВставитьСтроку(НомерСтроки, Строка)", "InsertLine(LineNumber, Line)")
    def insert_line(self, number: int, line: str) -> None:
        """Вставляет строку перед строкой с этим номером."""
        if 0 < number <= len(self._lines) + 1:
            self._lines[number - 1 : number - 1] = _split(line)

    @method("ЗаменитьСтроку(НомерСтроки, Строка)", "ReplaceLine(LineNumber, Line)")
    def replace_line(self, number: int, line: str) -> None:
        """Заменяет строку с этим номером."""
        if 0 < number <= len(self._lines):
            self._lines[number - 1 : number] = _split(line)

    @method("УдалитьСтроку(НомерСтроки)", "DeleteLine(LineNumber)")
    def delete_line(self, number: int) -> None:
        """Удаляет строку с этим номером."""
        if 0 < number <= len(self._lines):
            del self._lines[number - 1]

    @method("Очистить()", "Clear()")
    def clear(self) -> None:
        """Удаляет все строки."""
        self._lines.clear()

    @method("Вывести(Текст)", "Put(Text)")
    def put(self, other: TextDocument) -> None:
        """Добавляет в конец строки другого документа; в области макета на месте [Имя] встают её параметры."""
        given = other._parameters
        self._lines += other._lines if given is None else [given.filled(line) for line in other._lines]

    @getter("Параметры", "Parameters", "ПараметрыМакетаТекстовогоДокумента")
    def parameters(self) -> TextTemplateParameters:
        """Параметры области, которую дал ПолучитьОбласть()."""
        if self._parameters is None:
            self._parameters = TextTemplateParameters(names_in(self._lines))
        return self._parameters

    @method("ПолучитьОбласть(ИмяОбласти): ТекстовыйДокумент", "GetArea(AreaName)")
    def get_area(self, name: str) -> TextDocument:
        """Новый документ из строк между #Область Имя и #КонецОбласти."""
        wanted, area = fold(name.strip()), TextDocument()
        inside = False
        for line in self._lines:
            word, _, rest = line.strip().partition(" ")
            if fold(word) in _AREA:
                inside = fold(rest.strip()) == wanted
            elif inside and fold(word) in _END:
                area._parameters = TextTemplateParameters(names_in(area._lines))
                return area
            elif inside:
                area._lines.append(line)
        raise OnecError(f"Область не найдена ({name})")

    @method("УстановитьТипФайла([Тип])", "SetFileType([Type])")
    def set_file_type(self, encoding: TextEncoding | str | None = None) -> None:
        """Задаёт кодировку, в которой документ будет записан."""
        self._encoding = encoding

    @asynchronous("ПрочитатьАсинх", "ReadAsync", "НачатьЧтение", "BeginReading", optional=True)
    @method("Прочитать(Поток, [ТипФайла], [РазделительСтрок])", "Read(Stream, [FileType], [LineSeparator])")
    @method("Прочитать(ИмяФайла, [ТипФайла], [РазделительСтрок])", "Read(FileName, [FileType], [LineSeparator])")
    def read(self, source: str | Stream, encoding: TextEncoding | str | None = None, separator: str = "\r\n") -> None:
        """Читает файл или поток; без кодировки она узнаётся по метке в начале текста, иначе UTF-8."""
        text = decode(read_bytes(source) if isinstance(source, str) else source.take(), encoding)
        self.set_text(text.replace(separator, "\n") if separator else text)
        if self._lines and not self._lines[-1]:
            # The separator behind the last line begins no line of its own.
            del self._lines[-1]
        if isinstance(source, str):
            self.used_file_name = source

    @asynchronous("ЗаписатьАсинх", "WriteAsync", "НачатьЗапись", "BeginWriting", optional=True)
    @method("Записать(ИмяФайла, [ТипФайла], [РазделительСтрок])", "Write(FileName, [FileType], [LineSeparator])")
    @method("Записать(Поток, [ТипФайла], [РазделительСтрок], [ЗаписатьBOM])",
            "Write(Stream, [FileType], [LineSeparator], [WriteBOM])")  # fmt: skip
    def write(
        self,
        target: str | Stream,
        encoding: TextEncoding | str | None = None,
        separator: str | None = None,
        with_mark: bool = False,
    ) -> None:
        """Записывает в файл, обычно в UTF-8 с меткой порядка байтов, или в поток, обычно без неё."""
        text = (separator if separator is not None else self.line_separator).join(self._lines)
        encoding = encoding if encoding is not None else self._encoding
        if isinstance(target, str):
            write_bytes(target, encode(text, encoding, with_mark=True))
            self.used_file_name = target
        else:
            target.put(encode(text, encoding, with_mark=with_mark))


def _split(text: str) -> list[str]:
    return text.replace("\r\n", "\n").split("\n")
