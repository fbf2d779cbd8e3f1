"""Тип HTTPЗапрос."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, method, onec_type
from runtime.errors import OnecError
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.net.byte_order_mark_usage import ByteOrderMarkUsage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from io import BytesIO

    from stdlib.enterprise.binary.binary_data import BinaryData
    from stdlib.enterprise.binary.stream import Stream
    from stdlib.enterprise.files.text_encoding import TextEncoding


@onec_type("HTTPЗапрос", "HTTPRequest", presentation="HTTP запрос")
class HTTPRequest(OnecObject):
    """Что послать серверу: путь, заголовки и тело.

    Заголовки Content-Length и Transfer-Encoding пишутся сами, какими бы они ни были в Заголовки.
    """

    __slots__ = ("_body", "_encoding", "_headers", "_resource_address", "body_file")

    resource_address = field(
        "АдресРесурса",
        "ResourceAddress",
        "str",
        "",
        "Путь и параметры: /путь?параметр=значение. Пробелы и кириллица кодируются сами.",
    )
    headers = field("Заголовки", "Headers", "Map", None, "Соответствие: имя заголовка – значение.")

    @constructor("(АдресРесурса, [Заголовки])", "(ResourceAddress, [Headers])")
    @constructor("([АдресРесурса], [Заголовки])", "([ResourceAddress], [Headers])")
    def __init__(self, address: str = "", headers: Map | None = None) -> None:
        self._resource_address = address
        self._headers = Map() if headers is None else headers
        self._forget()

    def _forget(self, body: bytes | BytesIO = b"", file: str | None = None, encoding: str = "utf-8") -> None:
        """What the body was is replaced."""
        self._body, self.body_file, self._encoding = body, file, encoding

    @property
    def body_bytes(self) -> bytes:
        """The body unless it is a file."""
        return self._body if isinstance(self._body, bytes) else self._body.getvalue()

    @method("УстановитьИмяФайлаТела(ПутьКФайлу)", "SetBodyFileName(Path)")
    def set_body_file_name(self, path: str) -> None:
        """Телом станет файл; он читается при отправке."""
        self._forget(file=path)

    @method("УстановитьТелоИзДвоичныхДанных(Данные)", "SetBodyFromBinaryData(Data)")
    def set_body_from_binary_data(self, data: BinaryData) -> None:
        """Телом станут двоичные данные."""
        self._forget(data.data)

    @method(
        "УстановитьТелоИзСтроки(ТелоКакСтрока, [Кодировка], [ИспользоватьBOM])",
        "SetBodyFromString(String, [Encoding], [UseByteOrderMark])",
    )
    def set_body_from_string(
        self, text: str, encoding: TextEncoding | str | None = None, mark: ByteOrderMarkUsage | None = None
    ) -> None:
        """Телом станет строка, по умолчанию в UTF-8.

        ИспользованиеByteOrderMark.Авто ставит метку только в UTF-16 и UTF-32. Заголовок Content-Type сам не пишется.
        """
        from stdlib.enterprise.files.encodings import codec, encode

        name = codec(encoding)
        with_mark = mark is ByteOrderMarkUsage.use or (
            mark is not ByteOrderMarkUsage.dont_use and name.startswith(("utf-16", "utf-32"))
        )
        self._forget(encode(text, encoding, with_mark=with_mark), encoding=name)

    @method("ПолучитьИмяФайлаТела(): Строка", "GetBodyFileName()")
    def get_body_file_name(self) -> str | None:
        """Имя файла, который станет телом; Неопределено, если тело не в файле."""
        return self.body_file

    @method("ПолучитьТелоКакСтроку(): Строка", "GetBodyAsString()")
    def get_body_as_string(self) -> str | None:
        """Тело как строка; Неопределено, если оно в файле."""
        from stdlib.enterprise.files.encodings import decode

        return None if self.body_file is not None else decode(self.body_bytes, self._encoding)

    @method("ПолучитьТелоКакДвоичныеДанные(): ДвоичныеДанные", "GetBodyAsBinaryData()")
    def get_body_as_binary_data(self) -> BinaryData | None:
        """Тело как двоичные данные; Неопределено, если оно в файле."""
        from stdlib.enterprise.binary.binary_data import BinaryData

        return None if self.body_file is not None else BinaryData(self.body_bytes)

    @method("ПолучитьТелоКакПоток(): Поток", "GetBodyAsStream()")
    def get_body_as_stream(self) -> Stream:
        """Поток над телом: что в него записано, то и будет послано. Тело из файла можно только читать."""
        from stdlib.enterprise.net.transfer.bodies import file_stream, kept_stream

        if self.body_file is not None:
            return file_stream(self.body_file)
        stream, self._body = kept_stream(self.body_bytes)
        return stream

    @method("ДобавитьТокенДоступа([ТокенДоступа])", "AddAccessToken([AccessToken])")
    def add_access_token(self, token: str = "") -> None:
        """Добавляет заголовок Authorization: Bearer. Уточнение реализации: токен – строка, и он обязателен."""
        if not token:
            raise OnecError("Не задан токен доступа")
        self.headers.insert("Authorization", f"Bearer {token}")
