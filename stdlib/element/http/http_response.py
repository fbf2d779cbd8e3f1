"""ОтветHttp."""

from __future__ import annotations

from runtime.element.declare import getter, onec_type
from stdlib.element.closeable import Closeable
from stdlib.element.http.readable_http_headers import ReadableHttpHeaders
from stdlib.element.io.readable_stream import ReadableStream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO


@onec_type("ОтветHttp", "HttpResponse")
class HttpResponse(Closeable):
    """Ответ сервера. Коды 4xx и 5xx исключений не вызывают."""

    __slots__ = ("_body", "_headers", "_status")

    def __init__(self, status: int, headers: Iterable[tuple[str, str]], body: BinaryIO) -> None:
        self._status = status
        self._headers = ReadableHttpHeaders(headers)
        self._body = ReadableStream(body)

    def release(self) -> None:
        self._body.release()

    @getter("КодСтатуса", "StatusCode", "Число")
    def status_code(self) -> int:
        """Код ответа, например 200."""
        return self._status

    @getter("КодСостояния", "StateCode", "Число")
    def state_code(self) -> int:
        """Прежнее имя свойства КодСтатуса."""
        return self._status

    @getter("Причина", "Reason", "Строка")
    def reason(self) -> str:
        """Обычное английское пояснение кода; пустая строка у незнакомых кодов."""
        from http import HTTPStatus

        try:
            return HTTPStatus(self._status).phrase
        except ValueError:
            return ""

    @getter("Заголовки", "Headers", "ЧитаемыеЗаголовкиHttp")
    def headers(self) -> ReadableHttpHeaders:
        """Заголовки ответа."""
        return self._headers

    @getter("Тело", "Body", "ПотокЧтения")
    def body(self) -> ReadableStream:
        """Тело ответа; прочитать его можно один раз."""
        return self._body
