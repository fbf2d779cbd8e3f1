"""КомментарийDOM."""

from __future__ import annotations

from runtime.enterprise.declare import onec_type
from runtime.errors import OnecError
from stdlib.enterprise.xml.characters import check_text
from stdlib.enterprise.xml.dom.character_data import CharacterData
from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType


@onec_type("КомментарийDOM", "DOMComment", presentation="Комментарий DOM")
class DOMComment(CharacterData):
    """Комментарий <!--…-->."""

    __slots__ = ()

    kind = DOMNodeType.comment
    qname = "#comment"

    def checked(self, text: str) -> str:
        if "--" in text or text.endswith("-"):
            raise OnecError("В комментарии XML не бывает двух дефисов подряд и дефиса на конце")
        return check_text(text)
