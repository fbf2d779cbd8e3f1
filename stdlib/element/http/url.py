"""Url."""

from __future__ import annotations

from runtime.element.declare import constructor, getter, method, onec_type
from stdlib.element.http.url_parameters import UrlParameters
from stdlib.element.presentable import Presentable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from urllib.parse import SplitResult

_PORTS = {"http": 80, "https": 443}
# What stays as it is in a path; a percent sign is kept where it begins a code.
_IN_PATH = "/:@!$&'()*+,;=-._~%"


@onec_type("Url", "URL")
class Url(Presentable):
    """Адрес в сети. Методы с именами на «С» возвращают новый адрес, в котором заменена одна часть."""

    __slots__ = ("parts",)

    @constructor("(Представление: Строка)", "(Text)")
    def __init__(self, text: str) -> None:
        """Создаёт адрес по записи; буквы, которым в адресе не место, кодируются."""
        self.parts = _split(text)

    @classmethod
    def of(cls, parts: SplitResult) -> Url:
        made = cls.__new__(cls)
        made.parts = parts
        return made

    def as_text(self) -> str:
        return self.parts.geturl()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Url) and self.parts == other.parts

    def __hash__(self) -> int:
        return hash(self.parts)

    @property
    def target(self) -> str:
        """What a request names: the path and the query."""
        return (self.parts.path or "/") + (f"?{self.parts.query}" if self.parts.query else "")

    @getter("Схема", "Scheme", "Строка")
    def scheme(self) -> str:
        """Протокол, например https."""
        return self.parts.scheme

    @getter("Хост", "Host", "Строка")
    def host(self) -> str:
        """Имя или адрес сервера."""
        return self.parts.hostname or ""

    @getter("Порт", "Port", "Число?")
    def port(self) -> int | None:
        """Порт, который указан или принят для протокола."""
        return self.parts.port or _PORTS.get(self.parts.scheme)

    @getter("Путь", "Path", "Строка")
    def path(self) -> str:
        """Путь на сервере."""
        return self.parts.path

    @getter("Параметры", "Parameters", "ПараметрыUrl")
    def parameters(self) -> UrlParameters:
        """Параметры запроса; изменения в них на адрес не влияют."""
        return UrlParameters.of_query(self.parts.query)

    @getter("Фрагмент", "Fragment", "Строка")
    def fragment(self) -> str:
        """То, что стоит после знака #."""
        return self.parts.fragment

    @method("СоСхемой(Схема: Строка): Url", "WithScheme(Scheme)")
    def with_scheme(self, scheme: str) -> Url:
        """Заменяет протокол."""
        return Url.of(_split(self.parts._replace(scheme=scheme).geturl()))

    @method("СХостом(Хост: Строка): Url", "WithHost(Host)")
    def with_host(self, host: str) -> Url:
        """Заменяет сервер, порт остаётся."""
        return self._with_server(host, self.parts.port)

    @method("СПортом(Порт: Число?): Url", "WithPort(Port)")
    def with_port(self, port: int | None) -> Url:
        """Заменяет порт; Неопределено – обычный порт протокола."""
        return self._with_server(self.host(), port)

    @method("СПутем(Путь: Строка): Url", "WithPath(Path)")
    def with_path(self, path: str) -> Url:
        """Заменяет путь."""
        path = path if path.startswith("/") or not path else "/" + path
        return Url.of(self.parts._replace(path=_encoded(path.replace("?", "%3F").replace("#", "%23"))))

    @method("СПараметрами(Параметры: ПараметрыUrl): Url", "WithParameters(Parameters)")
    def with_parameters(self, parameters: UrlParameters) -> Url:
        """Заменяет параметры запроса."""
        return Url.of(self.parts._replace(query=parameters.as_text()))

    @method("СФрагментом(Фрагмент: Строка): Url", "WithFragment(Fragment)")
    def with_fragment(self, fragment: str) -> Url:
        """Заменяет то, что стоит после знака #."""
        return Url.of(self.parts._replace(fragment=_encoded(fragment)))

    @method("Разрешить(Адрес: Строка): Url", "Resolve(Address)")
    def resolve(self, address: str) -> Url:
        """Возвращает адрес, который относительная запись означает на этой странице (член не подтверждён)."""
        from urllib.parse import urljoin

        try:
            return Url(urljoin(self.as_text(), address))
        except ValueError:
            raise _bad(address) from None

    def _with_server(self, host: str, port: int | None) -> Url:
        shown = f"[{host}]" if ":" in host and not host.startswith("[") else host
        return Url.of(_split(self.parts._replace(netloc=shown + (f":{port}" if port else "")).geturl()))


def _split(text: str) -> SplitResult:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(text.strip())
        port = parts.port
        host = _ascii_host(parts.hostname or "")
    except ValueError:
        raise _bad(text) from None
    # Names and passwords do not belong into addresses: they would be told in messages.
    if parts.scheme not in _PORTS or not host or "@" in parts.netloc:
        raise _bad(text)
    netloc = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
    return parts._replace(
        netloc=netloc,
        path=_encoded(parts.path),
        query=_encoded(parts.query, "?"),
        fragment=_encoded(parts.fragment, "?"),
    )


def _ascii_host(host: str) -> str:
    """The host as DNS spells it; ValueError when it cannot be one."""
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _encoded(text: str, also: str = "") -> str:
    from re import sub
    from urllib.parse import quote

    text = sub("%(?![0-9A-Fa-f]{2})", "%25", text)
    return quote(text, safe=_IN_PATH + also, errors="replace")


def _bad(text: str) -> Exception:
    from runtime.element.exceptions import IllegalArgumentException

    hint = ""
    # What may be a password is not repeated.
    shown = text if "@" not in text else "…"
    if "://" not in text:
        hint = "Адрес начинается с http:// или https://"
    elif "@" in text:
        hint = "Имя пользователя и пароль задаёт САутентификацией"
    error = IllegalArgumentException(f"Неверный адрес: {shown}")
    if hint:
        error.hint = hint
    return error
