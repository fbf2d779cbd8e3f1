"""Тип HTTPОтвет."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, field, method, onec_type
from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.binary.binary_data import BinaryData
    from stdlib.enterprise.binary.stream import Stream
    from stdlib.enterprise.files.text_encoding import TextEncoding
    from stdlib.enterprise.net.response_headers import ResponseHeaders


@onec_type("HTTPОтвет", "HTTPResponse", presentation="HTTP ответ")
class HTTPResponse(OnecObject):
    """Что ответил сервер. Коды 4xx и 5xx исключений не вызывают; сжатое тело остаётся сжатым."""

    __slots__ = ("_body", "_file", "_headers", "_status_code")

    status_code = field("КодСостояния", "StatusCode", "int", 0, "Код ответа: 200, 404…", writable=False)
    headers = field(
        "Заголовки",
        "Headers",
        doc="Соответствие: имя заголовка – значение. Уточнение реализации: имена ищутся без учёта регистра; "
        "значения заголовка, присланного несколько раз, стоят через запятую.",
        writable=False,
    )

    def __init__(self, status: int, headers: ResponseHeaders, body: bytes, file: str | None = None) -> None:
        """`file`: where the body is, if it is not in memory."""
        self._status_code, self._headers, self._body, self._file = status, headers, body, file

    @method("ПолучитьТелоКакСтроку([Кодировка]): Строка", "GetBodyAsString([Encoding])")
    def get_body_as_string(self, encoding: TextEncoding | str | None = None) -> str | None:
        """Тело как строка; Неопределено, если оно в файле.

        Без параметра кодировку называет заголовок Content-Type, нет его – метка порядка байтов, нет и её – UTF-8.
        """
        from stdlib.enterprise.files.encodings import decode

        return None if self._file is not None else decode(self._body, encoding or self._charset())

    def _charset(self) -> str | None:
        """The charset that the server names, if it is one that we know."""
        from stdlib.enterprise.files.encodings import codec
        from stdlib.net.header import charset_of

        named = charset_of(self.headers["Content-Type"] or "")
        try:
            codec(named)
        except OnecError:
            return None
        return named

    @method("ПолучитьТелоКакДвоичныеДанные(): ДвоичныеДанные", "GetBodyAsBinaryData()")
    def get_body_as_binary_data(self) -> BinaryData | None:
        """Тело как двоичные данные; Неопределено, если оно в файле."""
        from stdlib.enterprise.binary.binary_data import BinaryData

        return None if self._file is not None else BinaryData(self._body)

    @method("ПолучитьТелоКакПоток(): Поток", "GetBodyAsStream()")
    def get_body_as_stream(self) -> Stream:
        """Поток, из которого читают тело."""
        from stdlib.enterprise.binary.memory_stream import MemoryStream

        if self._file is None:
            return MemoryStream.holding(self._body)
        from stdlib.enterprise.net.transfer.bodies import file_stream

        return file_stream(self._file)

    @method("ПолучитьИмяФайлаТела(): Строка", "GetBodyFileName()")
    def get_body_file_name(self) -> str | None:
        """Имя файла, в который записано тело; Неопределено, если оно в памяти."""
        return self._file
