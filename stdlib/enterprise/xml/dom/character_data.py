"""What texts, CDATA sections and comments share: a string that scripts change in place."""

from __future__ import annotations

from runtime.enterprise.declare import getter, method, setter
from runtime.errors import OnecError
from stdlib.enterprise.xml.characters import check_text
from stdlib.enterprise.xml.dom.dom_node import DOMNode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.dom.dom_document import DOMDocument


class CharacterData(DOMNode):
    """Lends its members; `content` is the text."""

    __slots__ = ("content",)

    def __init__(self, home: DOMDocument, content: str = "") -> None:
        # Not by way of the base, for speed: documents have many texts.
        self.home = home
        self.parent = self.preceding = self.following = self.user_data = None
        self.content = content

    def value(self) -> str | None:
        return self.content

    def assign(self, value: str) -> None:
        self.content = self.checked(value)

    def checked(self, text: str) -> str:
        """The text itself, if the node may have it."""
        return check_text(text)

    @getter("Данные", "Data", "Строка")
    def data(self) -> str:
        """Текст узла."""
        return self.content

    @setter("Данные")
    def set_data(self, text: str) -> None:
        self.assign(text)

    @getter("Длина", "Length", "Число")
    def length(self) -> int:
        """Количество символов."""
        return len(self.content)

    @method("ПодстрокаДанных(Смещение, Количество): Строка", "SubstringData(Offset, Count)")
    def substring_data(self, start: int, count: int) -> str:
        """Часть текста; смещение считается с нуля."""
        first, last = self._span(start, count)
        return self.content[first:last]

    @method("ДобавитьДанные(Данные)", "AppendData(Data)")
    def append_data(self, text: str) -> None:
        """Дописывает текст в конец."""
        self.assign(self.content + text)

    @method("ВставитьДанные(Смещение, Данные)", "InsertData(Offset, Data)")
    def insert_data(self, start: int, text: str) -> None:
        """Вставляет текст; смещение считается с нуля."""
        self.replace_data(start, 0, text)

    @method("УдалитьДанные(Смещение, Количество)", "DeleteData(Offset, Count)")
    def delete_data(self, start: int, count: int) -> None:
        """Удаляет часть текста; смещение считается с нуля."""
        self.replace_data(start, count, "")

    @method("ЗаменитьДанные(Смещение, Количество, Данные)", "ReplaceData(Offset, Count, Data)")
    def replace_data(self, start: int, count: int, text: str) -> None:
        """Заменяет часть текста; смещение считается с нуля."""
        first, last = self._span(start, count)
        self.assign(self.content[:first] + text + self.content[last:])

    def _span(self, start: int, count: int) -> tuple[int, int]:
        if not 0 <= start <= len(self.content) or count < 0:
            raise OnecError("Смещение находится за границами текста")
        return start, start + count
