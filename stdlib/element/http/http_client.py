"""КлиентHttp."""

from __future__ import annotations

from runtime.element.declare import global_property, method, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.http.http_authentication import HttpAuthentication
from stdlib.element.http.http_request import HttpRequest
from stdlib.element.http.internet_proxy import InternetProxy
from stdlib.element.http.timeouts import seconds_of
from stdlib.element.http.url import Url
from stdlib.element.mail.secure_connection_parameters import SecureConnectionParameters
from stdlib.element.time.duration import Duration

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from runtime.element.numbers import Number


@onec_type("КлиентHttp", "HttpClient")
class HttpClient(ElementObject):
    """Настройки, с которыми выполняются запросы; доступен через свойство КлиентHttp.

    Методы с именами на «С» возвращают новый клиент, прежний не меняется.
    """

    __slots__ = ("authentication", "base", "connect_timeout", "proxy", "redirects", "security", "timeout")

    def __init__(self) -> None:
        self.base: Url | None = None
        self.authentication: HttpAuthentication | None = None
        self.proxy: InternetProxy | None = None
        self.security: SecureConnectionParameters | None = None
        self.timeout = self.connect_timeout = 0.0
        self.redirects = 10

    def _with(self, **changes: Any) -> HttpClient:
        made = HttpClient()
        for name in self.__slots__:
            setattr(made, name, changes.get(name, getattr(self, name)))
        return made

    @method("СБазовымUrl(Url: Url|Строка): КлиентHttp", "WithBaseUrl(Url)")
    def with_base_url(self, url: Url | str) -> HttpClient:
        """Относительные адреса запросов отсчитываются от этого."""
        return self._with(base=url if isinstance(url, Url) else Url(url))

    @method("САутентификацией(Аутентификация: АутентификацияHttp?): КлиентHttp", "WithAuthentication(Authentication)")
    def with_authentication(self, authentication: HttpAuthentication | None) -> HttpClient:
        """Посылать с каждым запросом имя и пароль."""
        return self._with(authentication=authentication)

    @method("СТаймаутомЗапроса(Таймаут: Длительность|Число): КлиентHttp", "WithRequestTimeout(Timeout)")
    def with_request_timeout(self, timeout: Duration | Number) -> HttpClient:
        """Сколько может занять весь запрос; число – секунды, ноль – сколько угодно."""
        return self._with(timeout=seconds_of(timeout))

    @method("СТаймаутомСоединения(Таймаут: Длительность|Число): КлиентHttp", "WithConnectionTimeout(Timeout)")
    def with_connection_timeout(self, timeout: Duration | Number) -> HttpClient:
        """Сколько ждать соединения с сервером; число – секунды, ноль – обычное время."""
        return self._with(connect_timeout=seconds_of(timeout))

    @method("СМаксимумомПеренаправлений(Количество: Число): КлиентHttp", "WithMaxRedirects(Count)")
    def with_max_redirects(self, count: int) -> HttpClient:
        """Сколько перенаправлений подряд выполнять; ноль – ни одного. Уточнение реализации: обычно десять."""
        return self._with(redirects=max(count, 0))

    @method("СПрокси(Прокси: ИнтернетПрокси?): КлиентHttp", "WithProxy(Proxy)")
    def with_proxy(self, proxy: InternetProxy | None) -> HttpClient:
        """Обращаться к серверам через прокси; Неопределено – как настроено в системе."""
        return self._with(proxy=proxy)

    @method("СПараметрамиЗащиты(Параметры: ПараметрыЗащищенногоСоединения?): КлиентHttp", "WithSecurity(Parameters)")
    def with_security(self, parameters: SecureConnectionParameters | None) -> HttpClient:
        """Как проверять сертификат сервера; без параметров он проверяется по сертификатам системы."""
        return self._with(security=parameters)

    @method("СКриптоПроTls(Использовать: Булево = Истина): КлиентHttp", "WithCryptoProTls(Use)")
    def with_crypto_pro_tls(self, use: bool = True) -> HttpClient:
        """Защита средствами КриптоПро не поддерживается: Истина – исключение."""
        if use:
            from runtime.element.exceptions import UnsupportedOperationException

            raise UnsupportedOperationException("КриптоПро TLS не поддерживается")
        return self

    @method("СоздатьЗапрос(Метод: Строка, Url: Url|Строка): ЗапросHttp", "CreateRequest(Method, Url)")
    def create_request(self, name: str, url: Url | str) -> HttpRequest:
        """Создаёт запрос с любым методом HTTP."""
        return HttpRequest(self, name, url)

    @method("ЗапросGet(Url: Url|Строка): ЗапросHttp", "GetRequest(Url)")
    def get_request(self, url: Url | str) -> HttpRequest:
        """Создаёт запрос GET."""
        return HttpRequest(self, "GET", url)

    @method("ЗапросPost(Url: Url|Строка): ЗапросHttp", "PostRequest(Url)")
    def post_request(self, url: Url | str) -> HttpRequest:
        """Создаёт запрос POST."""
        return HttpRequest(self, "POST", url)

    @method("ЗапросPut(Url: Url|Строка): ЗапросHttp", "PutRequest(Url)")
    def put_request(self, url: Url | str) -> HttpRequest:
        """Создаёт запрос PUT."""
        return HttpRequest(self, "PUT", url)

    @method("ЗапросPatch(Url: Url|Строка): ЗапросHttp", "PatchRequest(Url)")
    def patch_request(self, url: Url | str) -> HttpRequest:
        """Создаёт запрос PATCH."""
        return HttpRequest(self, "PATCH", url)

    @method("ЗапросDelete(Url: Url|Строка): ЗапросHttp", "DeleteRequest(Url)")
    def delete_request(self, url: Url | str) -> HttpRequest:
        """Создаёт запрос DELETE."""
        return HttpRequest(self, "DELETE", url)

    @method("ЗапросHead(Url: Url|Строка): ЗапросHttp", "HeadRequest(Url)")
    def head_request(self, url: Url | str) -> HttpRequest:
        """Создаёт запрос HEAD: ответ без тела."""
        return HttpRequest(self, "HEAD", url)

    @method("ЗапросOptions(Url: Url|Строка): ЗапросHttp", "OptionsRequest(Url)")
    def options_request(self, url: Url | str) -> HttpRequest:
        """Создаёт запрос OPTIONS."""
        return HttpRequest(self, "OPTIONS", url)

    @method("ЗапросConnect(Url: Url|Строка): ЗапросHttp", "ConnectRequest(Url)")
    def connect_request(self, url: Url | str) -> HttpRequest:
        """Создаёт запрос CONNECT."""
        return HttpRequest(self, "CONNECT", url)

    @method("ЗапросTrace(Url: Url|Строка): ЗапросHttp", "TraceRequest(Url)")
    def trace_request(self, url: Url | str) -> HttpRequest:
        """Создаёт запрос TRACE."""
        return HttpRequest(self, "TRACE", url)


_client = HttpClient()


@global_property("КлиентHttp", "HttpClient", "КлиентHttp")
def http_client() -> HttpClient:
    """Клиент с обычными настройками."""
    return _client
