"""АдресПочты."""

from __future__ import annotations

from runtime.element.declare import constructor, getter, onec_type
from stdlib.element.mail.refusals import illegal, quoted
from stdlib.element.presentable import Presentable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.mail.mime.addresses import Address


@onec_type("АдресПочты", "EmailAddress")
class EmailAddress(Presentable):
    """Адрес почты и имя, которое показывают вместо него.

    Равен адресу с теми же буквами, с каким бы именем он ни был, и строке с адресом. Домен адреса из полученного письма
    записан буквами своего алфавита (анна@почта.рф, не анна@xn--80a1acny.xn--p1ai).
    """

    __slots__ = ("address", "name")

    @constructor('(Адрес: Строка, Имя: Строка = "")', "(Address, Name)")
    def __init__(self, address: str, name: str = "") -> None:
        """Создаёт адрес; если такого адреса быть не может – исключение ИсключениеНедопустимыйАргумент.

        Уточнение реализации: параметры конструктора.
        """
        from stdlib.mail.mime.addresses import is_address

        self.address = address.strip()
        self.name = name
        if not is_address(self.address):
            raise illegal(f"Неверный адрес почты: {quoted(address)}", "Адрес пишут так: ivan@example.ru")
        if not name.isprintable():
            raise illegal(f"Неверное имя к адресу почты: {quoted(name)}", "В имени не бывает переводов строки")

    @classmethod
    def received(cls, mailbox: Address) -> EmailAddress:
        """From a received letter, where addresses may be anything."""
        from stdlib.mail.mime.addresses import shown_address

        made = cls.__new__(cls)
        made.address, made.name = shown_address(mailbox.address), mailbox.name
        return made

    def mailbox(self) -> Address:
        from stdlib.mail.mime.addresses import Address

        return Address(self.name, self.address)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str):
            return self.address == other
        return isinstance(other, EmailAddress) and self.address == other.address

    def __hash__(self) -> int:
        return hash(self.address)

    def as_text(self) -> str:
        return f"{self.name} <{self.address}>" if self.name else self.address

    @getter("Адрес", "Address", "Строка")
    def get_address(self) -> str:
        """Адрес без имени."""
        return self.address

    @getter("Имя", "Name", "Строка")
    def get_name(self) -> str:
        """Имя; пустая строка, если его нет."""
        return self.name
