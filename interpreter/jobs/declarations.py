"""A script's methods without its body: what a job calls. The body was run by the script and is not run again."""

from __future__ import annotations

from os.path import dirname

from interpreter.modules import Module, front, register
from runtime.names import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from interpreter.artifact import Artifact
    from interpreter.cache import Cache

_OPTION = "enterprise declarations"


class Declared:
    """A method that can be called: `python` is its name in the namespace, `hands_back`: is its result a tuple.

    `owner`: the global of the library's module that has it; then `python` is its attribute.
    """

    __slots__ = ("hands_back", "most", "owner", "python", "required")

    def __init__(self, name: str, parameters: tuple[tuple[object, ...], ...], returned: object, edition: int) -> None:
        self.owner, self.python, self.hands_back = "", name + "()" + "′" * edition, bool(returned)
        self.most: int | None = len(parameters)
        self.required = max((number for number, p in enumerate(parameters, 1) if not p[2]), default=0)


class Declarations:
    """Every text's name and its artifact, in order, as one calls it: `texts` may have grown since.

    A text that is no module (an expression typed in) has none.
    """

    def __init__(self, texts: Sequence[tuple[str, bytes]], cache: Cache | None) -> None:
        self._texts, self._cache = texts, cache
        self._count = 0
        self._module = Module("enterprise")
        self._made: list[tuple[str, Artifact]] = []

    def __call__(self) -> list[tuple[str, Artifact]]:
        from interpreter.diagnostics import Refused

        for name, data in self._texts[self._count :]:
            self._count += 1
            try:
                artifact = _declarations(name, data, self._module, self._cache)
            except Refused:
                continue
            self._module.facts.append(artifact.facts)
            self._made.append((name, artifact))
        return self._made


def _declarations(name: str, data: bytes, module: Module, cache: Cache | None) -> Artifact:
    kept = None if cache is None or module.facts else cache
    artifact = kept.get(name, data, _OPTION) if kept is not None else None
    if artifact and (not artifact.uses or module.libraries.agree(artifact, dirname(name))):
        return artifact
    from interpreter.source import Source, decode

    source = Source(name, decode(data))
    register(source)
    made: Artifact = front("enterprise").compile_declarations(source, module)
    if kept is not None:
        kept.put(name, data, _OPTION, made)
    return made


def methods(artifacts: Iterable[tuple[str, Artifact]]) -> dict[str, Declared]:
    """The exported methods by folded name; the last one declared under a name counts."""
    found: dict[str, Declared] = {}
    for _, artifact in artifacts:
        _, methods, _, (_, _, _, exported, *_) = artifact.facts
        for name, parameters, _is_function, returned, edition, *_ in methods:
            key = fold(name)
            found.pop(key, None)
            if key + "()" in exported:
                found[key] = Declared(name, parameters, returned, edition)
    return found


def of_library(artifacts: Iterable[tuple[str, Artifact]], module: str, name: str) -> Declared | None:
    """A method of a module of a library that the script uses: which it has, only the job finds out."""
    for _, artifact in artifacts:
        owner = dict(artifact.facts[3][0]).get(fold(module))
        if owner is not None:
            found = Declared("", (), (), 0)
            found.owner, found.python, found.most = owner, fold(name) + "()", None
            return found
    return None
