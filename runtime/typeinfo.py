"""What a declaration leaves behind; dispatch, reference, completion and the checker only read these."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from runtime.names import Signature


class Member:
    """A property, method, constructor or enumeration value of a type, or a global function or property.

    `type` is the text of a property's type; `signatures` of a method has one item an overload, in order.
    """

    __slots__ = ("en", "kind", "ru", "signatures", "static", "target", "type", "writable")

    def __init__(
        self,
        kind: str,
        ru: str,
        en: str,
        target: Any,
        *,
        signatures: tuple[Signature, ...] = (),
        type_: str = "",
        writable: bool = False,
        static: bool = False,
    ) -> None:
        self.kind, self.ru, self.en, self.target = kind, ru, en, target
        self.signatures, self.type, self.writable, self.static = signatures, type_, writable, static

    @property
    def doc(self) -> str:
        """The whole Russian description, indentation removed."""
        from inspect import cleandoc

        return cleandoc(getattr(self.target, "__doc__", None) or "")

    @property
    def summary(self) -> str:
        return self.doc.partition("\n")[0]

    @property
    def title(self) -> str:
        """The line that reference and completion show: the signature of a callable, the name of the rest."""
        return str(self.signatures[0]) if self.signatures else self.ru + (f": {self.type}" if self.type else "")


class TypeInfo:
    """A declared type. `bases` are the declared Python bases, nearest first; own members only are in `members`."""

    __slots__ = (
        "bases",
        "constructor",
        "described_by",
        "en",
        "kind",
        "members",
        "parameters",
        "presentation",
        "python_type",
        "ru",
    )

    def __init__(
        self, ru: str, en: str, python_type: type, *, presentation: str, kind: str, parameters: tuple[str, ...] = ()
    ) -> None:
        self.ru, self.en, self.python_type = ru, en, python_type
        # The class with the description; another one than `python_type` when that is Python's own.
        self.described_by = python_type
        self.presentation = presentation
        self.kind = kind
        self.parameters = parameters
        self.constructor: Member | None = None
        self.members: dict[tuple[str, str], Member] = {}
        self.bases: tuple[TypeInfo, ...] = tuple(
            base.__dict__["__onec__"] for base in python_type.__mro__[1:] if "__onec__" in base.__dict__
        )

    @property
    def doc(self) -> str:
        from inspect import cleandoc

        return cleandoc(self.described_by.__doc__ or "")

    def add(self, member: Member, fold: Callable[[str], str]) -> None:
        """Raises TypeError when the name is taken by another member of the same kind."""
        kind = "method" if member.kind == "method" else "property"
        for name in {member.ru, member.en}:
            if self.members.setdefault((kind, fold(name)), member) is not member:
                raise TypeError(f"{self.ru}.{name} is declared twice")

    def find(self, kind: str, key: str) -> Member | None:
        """The member with this folded name, own or inherited; `kind` is "method" or "property"."""
        for info in (self, *self.bases):
            if member := info.members.get((kind, key)):
                return member
        return None

    def has(self, kind: str, key: str) -> bool:
        return self.find(kind, key) is not None

    def all_members(self) -> Iterable[Member]:
        """Own and inherited members, each once, nearest declaration wins."""
        seen: dict[tuple[str, str], Member] = {}
        for info in (self, *self.bases):
            for (kind, _), member in info.members.items():
                seen.setdefault((kind, member.ru), member)
        return seen.values()

    def names_of(self, kind: str) -> list[str]:
        """Russian and English names of the members of a kind ("method" or "property")."""
        wanted = {kind, "value"} if kind == "property" else {kind}
        return [n for m in self.all_members() if m.kind in wanted for n in {m.ru: None, m.en: None}]


def declared(python_type: type) -> TypeInfo | None:
    """The declaration of a class itself (an undeclared subclass has none)."""
    info = python_type.__dict__.get("__onec__")
    return info if isinstance(info, TypeInfo) else None
