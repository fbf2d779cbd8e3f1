"""Тип ИнтернетПочтовыеАдреса."""

from __future__ import annotations

from runtime.enterprise.declare import method, onec_type
from stdlib.enterprise.mail.internet_mail_address import InternetMailAddress
from stdlib.enterprise.mail.item_list import ItemList

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from stdlib.mail.mime.addresses import Address


@onec_type("ИнтернетПочтовыеАдреса", "InternetMailAddresses", presentation="Интернет почтовые адреса")
class InternetMailAddresses(ItemList):
    """Список адресов письма."""

    __slots__ = ()

    @method("Добавить([ПочтовыйАдрес])", "Add([EmailAddress])")
    @method("Добавить([Пользователь], [Сервер])", "Add([User], [Server])")
    def add(self, address: str = "", server: str = "") -> InternetMailAddress:
        """Добавляет адрес и возвращает его; с двумя параметрами – адрес «пользователь@сервер»."""
        added = InternetMailAddress(f"{address}@{server}" if server else address)
        self.items.append(added)
        return added

    def fill(self, addresses: Iterable[Address]) -> None:
        self.items = [InternetMailAddress.of(address) for address in addresses]

    def plain(self) -> tuple[Address, ...]:
        """For the transport, empty ones left out."""
        return tuple(plain for item in self.items if (plain := item.plain()).address)
