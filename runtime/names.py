"""A bilingual name, written the way the 1C syntax helper prints it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_LATIN_TWINS = frozenset("ABCEHKMOPTXaceopxy")


def fold(name: str) -> str:
    """The key under which Enterprise looks a name up: NFC, case folded."""
    if "\u0306" in name or "\u0308" in name:
        import unicodedata

        name = unicodedata.normalize("NFC", name)
    return name.casefold()


class Parameter:
    """One parameter of a signature. `type` and `default` are texts as written, empty when not given."""

    __slots__ = ("default", "en", "optional", "ru", "type", "variadic")

    def __init__(self, ru: str, type_: str, default: str, *, optional: bool, variadic: bool) -> None:
        self.ru, self.en, self.type, self.default = ru, ru, type_, default
        self.optional, self.variadic = optional, variadic

    def __str__(self) -> str:
        text = self.ru + ("..." if self.variadic else "")
        if self.type:
            text += f": {self.type}"
        if self.default:
            return f"{text} = {self.default}"
        return f"[{text}]" if self.optional else text


class Signature:
    """A callable's line: `Имя(Параметр, [Необязательный], Типизированный: Тип = Значение, Много...): Результат`.

    A generic method of Element names its own type parameters: `Преобразовать<Р>(Функция: (Т)->Р): Обходимое<Р>`.
    """

    __slots__ = ("en", "parameters", "returns", "ru", "type_parameters")

    def __init__(
        self, ru: str, en: str, parameters: tuple[Parameter, ...], returns: str, type_parameters: tuple[str, ...] = ()
    ) -> None:
        self.ru, self.en, self.parameters, self.returns = ru, en, parameters, returns
        self.type_parameters = type_parameters

    @classmethod
    def parse(cls, ru: str, en: str) -> Signature:
        """Both lines must name as many parameters; TypeError when a line is malformed or mixes alphabets."""
        name, generic, parameters, returns = _split(ru)
        english, _, english_parameters, _ = _split(en)
        if len(parameters) != len(english_parameters):
            raise TypeError(f"{ru} and {en} name different numbers of parameters")
        for one, other in zip(parameters, english_parameters, strict=True):
            one.en = other.ru
        check_alphabet(name)
        return cls(name, english, parameters, returns, generic)

    @property
    def required(self) -> int:
        return sum(1 for p in self.parameters if not p.optional and not p.variadic)

    @property
    def limit(self) -> int | None:
        """The greatest number of arguments; None when there is no limit."""
        return None if any(p.variadic for p in self.parameters) else len(self.parameters)

    def __str__(self) -> str:
        tail = f": {self.returns}" if self.returns else ""
        generic = f"<{', '.join(self.type_parameters)}>" if self.type_parameters else ""
        return f"{self.ru}{generic}({', '.join(map(str, self.parameters))}){tail}"


def check_alphabet(name: str) -> None:
    """TypeError when a Latin letter that looks like a Cyrillic one stands beside Cyrillic letters."""
    for index, letter in enumerate(name):
        if letter in _LATIN_TWINS and _surrounded_by_cyrillic(name, index):
            raise TypeError(f"{name}: {letter!r} at {index} is a Latin letter")


def _surrounded_by_cyrillic(name: str, index: int) -> bool:
    neighbours = [name[i] for i in (index - 1, index + 1) if 0 <= i < len(name) and name[i].isalpha()]
    return bool(neighbours) and all("а" <= letter.lower() <= "я" or letter in "ёЁ" for letter in neighbours)


def split_top(text: str, separator: str) -> Iterator[str]:
    """The pieces of a text between separators that stand outside every bracket."""
    if separator not in text:
        # Most parts of most signatures; every import reads hundreds of them.
        yield text
        return
    depth = start = 0
    for index, letter in enumerate(text):
        if letter in "([{<":
            depth += 1
        elif letter in ")]}" or (letter == ">" and text[index - 1] != "-"):
            depth -= 1
        elif letter == separator and depth == 0:
            yield text[start:index]
            start = index + 1
    yield text[start:]


def _split(line: str) -> tuple[str, tuple[str, ...], tuple[Parameter, ...], str]:
    head, bracket, rest = line.partition("(")
    name, _, inner = head.partition("<")
    generic = tuple(piece.strip() for piece in inner.rstrip("> ").split(",")) if inner else ()
    if not name.strip().isidentifier() or not bracket:
        raise TypeError(f"not a 1C signature: {line!r}")
    inside, returns = _closing(line, rest)
    pieces = [piece.strip() for piece in split_top(inside, ",")] if inside.strip() else []
    return name.strip(), generic, tuple(_parameter(line, piece) for piece in pieces), returns


def _closing(line: str, rest: str) -> tuple[str, str]:
    if "(" not in rest:
        inside, closing, tail = rest.partition(")")
        if closing:
            return inside, tail.strip().removeprefix(":").strip()
    depth = 1
    for index, letter in enumerate(rest):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return rest[:index], rest[index + 1 :].strip().removeprefix(":").strip()
    raise TypeError(f"not a 1C signature: {line!r}")


def _parameter(line: str, piece: str) -> Parameter:
    optional = piece.startswith("[") and piece.endswith("]")
    text = piece[1:-1].strip() if optional else piece
    head, _, default = _partition_top(text, "=")
    name, _, type_ = _partition_top(head, ":")
    variadic = name.strip().endswith("...")
    name = name.strip().removesuffix("...")
    if not name.isidentifier():
        raise TypeError(f"not a 1C signature: {line!r}")
    return Parameter(name, type_.strip(), default.strip(), optional=optional or bool(default), variadic=variadic)


def _partition_top(text: str, separator: str) -> tuple[str, str, str]:
    first, *others = split_top(text, separator)
    return first, separator if others else "", separator.join(others)
