"""Тип ИнтернетПочтовыйАдрес."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, field, getter, onec_type, setter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.mail.mime.addresses import Address


@onec_type("ИнтернетПочтовыйАдрес", "InternetMailAddress", presentation="Интернет почтовый адрес")
class InternetMailAddress(OnecObject):
    """Почтовый адрес с отображаемым именем. Как строка – сам адрес (уточнение реализации).

    Домен адреса из полученного письма записан буквами своего алфавита (уточнение реализации): анна@почта.рф, не
    анна@xn--80a1acny.xn--p1ai.
    """

    __slots__ = ("_address", "_display_name", "_encoding")

    address = field("Адрес", "Address", "str", "", "Адрес целиком: пользователь@сервер.")
    display_name = field("ОтображаемоеИмя", "DisplayName", "str", "", "Имя, которое видит получатель письма.")
    encoding = field("Кодировка", "Encoding", "str", "", "Кодировка отображаемого имени; пустая – как у письма.")

    def __init__(self, address: str = "", display_name: str = "") -> None:
        self.address, self.display_name = address, display_name

    @classmethod
    def of(cls, address: Address) -> InternetMailAddress:
        """Of a received letter."""
        from stdlib.mail.mime.addresses import shown_address

        return cls(shown_address(address.address), address.name)

    def plain(self) -> Address:
        """For the transport; an address written as `Имя <адрес>` is taken apart."""
        from stdlib.enterprise.mail.delivery.charsets import charset_of
        from stdlib.mail.mime.addresses import Address, parse_addresses

        charset = charset_of(self.encoding) if self.encoding else ""
        # More than one stay what they are: no address, which sending tells of.
        if "<" in self.address and self.address.isprintable() and len(found := parse_addresses(self.address)) == 1:
            return Address(self.display_name or found[0].name, found[0].address, charset)
        return Address(self.display_name, self.address.strip(), charset)

    @getter("Пользователь", "User", "Строка")
    def user(self) -> str:
        """Часть адреса до @."""
        return str(self.address).rpartition("@")[0] if "@" in self.address else str(self.address)

    @setter("Пользователь")
    def set_user(self, user: str) -> None:
        self.address = f"{user}@{self.server()}" if self.server() else user

    @getter("Сервер", "Server", "Строка")
    def server(self) -> str:
        """Часть адреса после @."""
        return str(self.address).rpartition("@")[2] if "@" in self.address else ""

    def __onec_text__(self) -> str:
        return str(self.address)
