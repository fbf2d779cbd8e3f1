"""ЗапросHttp."""

from __future__ import annotations

from runtime.element.declare import getter, method, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.collections.readable_map import ReadableMap
from stdlib.element.http.http_authentication import HttpAuthentication
from stdlib.element.http.http_context import HttpContext
from stdlib.element.http.http_headers import HttpHeaders
from stdlib.element.http.internet_proxy import InternetProxy
from stdlib.element.http.text_pairs import text_pairs
from stdlib.element.http.timeouts import seconds_of
from stdlib.element.http.url import Url
from stdlib.element.http.url_parameters import UrlParameters
from stdlib.element.io.files.file import File
from stdlib.element.io.readable_stream import ReadableStream
from stdlib.element.time.duration import Duration

TYPE_CHECKING = False
if TYPE_CHECKING:
    from runtime.element.numbers import Number
    from stdlib.element.http.http_client import HttpClient
    from stdlib.element.http.http_response import HttpResponse


@onec_type("ЗапросHttp", "HttpRequest")
class HttpRequest(ElementObject):
    """Запрос к серверу. К сети обращается только Выполнить; остальные методы возвращают этот же запрос."""

    __slots__ = (
        "_headers", "authentication", "body", "client", "connect_timeout", "name", "proxy", "redirects", "size",
        "timeout", "url",
    )  # fmt: skip

    def __init__(self, client: HttpClient, name: str, url: Url | str) -> None:
        self.client, self.name = client, name
        self.url = url if isinstance(url, Url) else client.base.resolve(url) if client.base else Url(url)
        self._headers = HttpHeaders()
        self.body: str | bytes | File | ReadableStream | None = None
        self.size: int | None = None
        self.authentication, self.proxy = client.authentication, client.proxy
        self.redirects, self.timeout, self.connect_timeout = client.redirects, client.timeout, client.connect_timeout

    @method("Выполнить([Контекст: КонтекстHttp]): ОтветHttp", "Execute([Context])")
    def execute(self, context: HttpContext | None = None) -> HttpResponse:
        """Посылает запрос и возвращает ответ. Если обмен не удался – исключение ИсключениеHttp."""
        from stdlib.element.http.transfer.exchange import exchange

        return exchange(self, context)

    @getter("Метод", "Method", "Строка")
    def method_name(self) -> str:
        """Метод HTTP, например GET."""
        return self.name

    @getter("Url", "URL", "Url")
    def get_url(self) -> Url:
        """Адрес вместе с параметрами запроса."""
        return self.url

    @getter("Заголовки", "Headers", "ЗаголовкиHttp")
    def headers(self) -> HttpHeaders:
        """Заголовки, которые добавлены к обычным."""
        return self._headers

    @method("ДобавитьПараметрЗапроса(Имя: Строка, Значение: Строка): ЗапросHttp", "AddQueryParameter(Name, Value)")
    def add_query_parameter(self, name: str, value: str) -> HttpRequest:
        """Добавляет параметр к адресу."""
        parameters = self.url.parameters()
        parameters.add(name, value)
        self.url = self.url.with_parameters(parameters)
        return self

    @method("УстановитьПараметрЗапроса(Имя: Строка, Значение: Строка): ЗапросHttp", "SetQueryParameter(Name, Value)")
    def set_query_parameter(self, name: str, value: str) -> HttpRequest:
        """Задаёт единственное значение параметра адреса."""
        return self.remove_query_parameter(name).add_query_parameter(name, value)

    @method(
        "ДобавитьПараметрыЗапроса(Параметры: ПараметрыUrl|ЧитаемоеСоответствие<Строка, Строка>): ЗапросHttp",
        "AddQueryParameters(Parameters)",
    )
    def add_query_parameters(self, given: UrlParameters | ReadableMap) -> HttpRequest:
        """Добавляет к адресу несколько параметров."""
        parameters = self.url.parameters()
        parameters.pairs += given.pairs if isinstance(given, UrlParameters) else text_pairs(given)
        self.url = self.url.with_parameters(parameters)
        return self

    @method(
        "УстановитьПараметрыЗапроса(Параметры: ПараметрыUrl|ЧитаемоеСоответствие<Строка, Строка>): ЗапросHttp",
        "SetQueryParameters(Parameters)",
    )
    def set_query_parameters(self, given: UrlParameters | ReadableMap) -> HttpRequest:
        """Задаёт все параметры адреса вместо прежних."""
        return self.clear_query_parameters().add_query_parameters(given)

    @method("УдалитьПараметрЗапроса(Имя: Строка): ЗапросHttp", "RemoveQueryParameter(Name)")
    def remove_query_parameter(self, name: str) -> HttpRequest:
        """Удаляет параметр из адреса."""
        parameters = self.url.parameters()
        parameters.remove(name)
        self.url = self.url.with_parameters(parameters)
        return self

    @method("ОчиститьПараметрыЗапроса(): ЗапросHttp", "ClearQueryParameters()")
    def clear_query_parameters(self) -> HttpRequest:
        """Удаляет все параметры из адреса."""
        self.url = Url.of(self.url.parts._replace(query=""))
        return self

    @method("ДобавитьЗаголовок(Имя: Строка, Значение: Строка): ЗапросHttp", "AddHeader(Name, Value)")
    def add_header(self, name: str, value: str) -> HttpRequest:
        """Добавляет значение заголовка."""
        self._headers.add(name, value)
        return self

    @method("УстановитьЗаголовок(Имя: Строка, Значение: Строка): ЗапросHttp", "SetHeader(Name, Value)")
    def set_header(self, name: str, value: str) -> HttpRequest:
        """Задаёт единственное значение заголовка."""
        self._headers.set(name, value)
        return self

    @method("УдалитьЗаголовок(Имя: Строка): ЗапросHttp", "RemoveHeader(Name)")
    def remove_header(self, name: str) -> HttpRequest:
        """Удаляет заголовок."""
        self._headers.remove(name)
        return self

    @method("ДобавитьЗаголовки(Заголовки: ЧитаемоеСоответствие<Строка, Строка>): ЗапросHttp", "AddHeaders(Headers)")
    def add_headers(self, headers: ReadableMap) -> HttpRequest:
        """Добавляет значения нескольких заголовков."""
        for name, value in text_pairs(headers):
            self._headers.add(name, value)
        return self

    @method("УстановитьЗаголовки(Заголовки: ЧитаемоеСоответствие<Строка, Строка>): ЗапросHttp", "SetHeaders(Headers)")
    def set_headers(self, headers: ReadableMap) -> HttpRequest:
        """Задаёт значения нескольких заголовков."""
        for name, value in text_pairs(headers):
            self._headers.set(name, value)
        return self

    @method("ОчиститьЗаголовки(): ЗапросHttp", "ClearHeaders()")
    def clear_headers(self) -> HttpRequest:
        """Удаляет все заголовки, которые были добавлены."""
        self._headers.clear()
        return self

    @method("УстановитьUserAgent(Значение: Строка): ЗапросHttp", "SetUserAgent(Value)")
    def set_user_agent(self, value: str) -> HttpRequest:
        """Задаёт заголовок User-Agent."""
        return self.set_header("User-Agent", value)

    @method("УстановитьCookies(Значение: Строка): ЗапросHttp", "SetCookies(Value)")
    def set_cookies(self, value: str) -> HttpRequest:
        """Задаёт заголовок Cookie."""
        return self.set_header("Cookie", value)

    @method("УстановитьТипСодержимого(Значение: Строка): ЗапросHttp", "SetContentType(Value)")
    def set_content_type(self, value: str) -> HttpRequest:
        """Задаёт заголовок Content-Type."""
        return self.set_header("Content-Type", value)

    @method("УстановитьТело(Тело: Строка|Байты|Файл|ПотокЧтения, [Размер: Число]): ЗапросHttp", "SetBody(Body, [Size])")
    def set_body(self, body: str | bytes | File | ReadableStream, size: int | None = None) -> HttpRequest:
        """Задаёт тело: текст в UTF-8, байты, файл или поток; поток после запроса закрывается.

        Размер – сколько байтов потока посылать; без него посылаются все, по частям (chunked).
        """
        self.body, self.size = body, size
        return self

    @method(
        "УстановитьАутентификацию(Аутентификация: АутентификацияHttp?): ЗапросHttp", "SetAuthentication(Authentication)"
    )
    def set_authentication(self, authentication: HttpAuthentication | None) -> HttpRequest:
        """Задаёт имя и пароль этого запроса."""
        self.authentication = authentication
        return self

    @method("УстановитьПрокси(Прокси: ИнтернетПрокси?): ЗапросHttp", "SetProxy(Proxy)")
    def set_proxy(self, proxy: InternetProxy | None) -> HttpRequest:
        """Задаёт прокси этого запроса."""
        self.proxy = proxy
        return self

    @method("УстановитьТаймаут(Таймаут: Длительность|Число): ЗапросHttp", "SetTimeout(Timeout)")
    def set_timeout(self, timeout: Duration | Number) -> HttpRequest:
        """Сколько может занять этот запрос; число – секунды, ноль – сколько угодно."""
        self.timeout = seconds_of(timeout)
        return self

    @method("УстановитьТаймаутСоединения(Таймаут: Длительность|Число): ЗапросHttp", "SetConnectionTimeout(Timeout)")
    def set_connection_timeout(self, timeout: Duration | Number) -> HttpRequest:
        """Сколько этому запросу ждать соединения с сервером; число – секунды, ноль – обычное время."""
        self.connect_timeout = seconds_of(timeout)
        return self

    @method("УстановитьМаксимумПеренаправлений(Количество: Число): ЗапросHttp", "SetMaxRedirects(Count)")
    def set_max_redirects(self, count: int) -> HttpRequest:
        """Сколько перенаправлений подряд выполнять в этом запросе."""
        self.redirects = max(count, 0)
        return self
