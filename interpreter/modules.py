"""Texts become running modules: told apart by language, compiled or taken from the cache, linked, run."""

from __future__ import annotations

import os
import sys

from interpreter.linker import LinkBroken, link
from runtime.native import FILE, SPELLINGS, TRANSLATE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from interpreter.artifact import Artifact
    from interpreter.cache import Cache
    from interpreter.diagnostics import Diagnostic
    from interpreter.enterprise.libraries.loading import Libraries
    from interpreter.source import Source

FRONTS = {"enterprise": "interpreter.enterprise.front", "element": "interpreter.element.front"}
TRANSLATORS = {
    "enterprise": ("raw", "runtime.enterprise.control:translate"),
    "element": ("raw", "runtime.element.control:translate"),
}
OF_LIBRARY = "1c.модуль "
"""Begins the name of the global that holds a module of a library."""
NEW_OF_CLASS = "1c.новый "
"""Begins the name of the global that holds the constructor of a library's class."""


class Module:
    """A namespace in which texts of one language run one after another: a context, a script, lines of the REPL."""

    def __init__(self, language: str | None = None) -> None:
        self.language = language
        """None until the first text tells."""
        # No builtins: compiled code reaches only what is linked.
        self.namespace: dict[str, Any] = {"__builtins__": {}, "__name__": "1c", SPELLINGS: {}, "1c.module": self}
        self.facts: list[tuple[Any, ...]] = []
        self.texts: list[Source | tuple[str, bytes]] = []
        """What the module has run so far: a method may have to be compiled once more, see enterprise.variants."""
        self.dynamic: dict[Any, Any] = {}
        """Texts compiled while the module runs."""
        self.warnings: tuple[Diagnostic, ...] = ()
        """What the compiler remarked about the text compiled last, which did not stop it."""
        self.cache: Cache | None = None
        """Where the compiled files that a text requires are kept."""
        self.is_context = False
        """Is the text that runs now the context of another? Then an entry method is not called."""
        self.is_closed = False
        """Is the text that runs now the last one? Then nobody else calls its methods."""
        self.is_typed = False
        """Is the text that runs now the code of `1cs -e`? Then statements need no method around them."""
        self.is_checked = False
        """Is the text only checked, and not run?"""
        self.opened_libraries: Libraries | None = None

    @property
    def libraries(self) -> Libraries:
        """What the module knows of other scripts; made when it first asks."""
        if self.opened_libraries is None:
            from interpreter.enterprise.libraries.loading import Libraries

            self.opened_libraries = Libraries(self)
        return self.opened_libraries

    def share(self, libraries: Libraries) -> None:
        """Be a part of what another module began."""
        self.opened_libraries = libraries

    @property
    def this(self) -> Any:
        """ЭтотОбъект of what has run here."""
        from interpreter.enterprise.libraries.this import this_object

        return this_object(self)

    def run(self, artifact: Artifact, file: str) -> Any:
        """Link and run a compiled text; what it left as `1c.result`, or what its entry (`1c.entry`) returned.

        The entry of a context does not run. Raises LinkBroken when the artifact is stale.
        """
        namespace = self.namespace
        namespace[FILE] = file
        self.language = artifact.language
        link({TRANSLATE: TRANSLATORS[self.language], **artifact.links}, namespace)
        namespace[SPELLINGS].update(artifact.spellings)
        self.facts.append(artifact.facts)
        if artifact.uses and not artifact.exports:
            # A file of a library is given what it uses by its library.
            self.libraries.supply(self, artifact, os.path.dirname(file))
        if "runtime.decimals" in sys.modules:
            sys.modules["runtime.decimals"].adopt()
        exec(artifact.code, namespace)
        entry = namespace.pop("1c.entry", None)
        if entry is not None and not self.is_context:
            return entry()
        return namespace.pop("1c.result", None)


def finish(value: Any = None) -> Any:
    """Let what the script has begun and not waited for come to its end; the value, that of a promise in its place."""
    loop = sys.modules.get("stdlib.enterprise.asynchrony.event_loop")
    return loop.finish(value) if loop is not None else value


def front(language: str) -> Any:
    """The language's room: its `compile`, `parse_…`, `is_incomplete`. Imports the compiler."""
    return __import__(FRONTS[language], fromlist=("*",))


def obtain(name: str, data: bytes, module: Module, cache: Cache | None) -> Artifact:
    """The artifact of a text: from the cache when nothing was declared before it, else compiled.

    A module without a language takes the text's. Raises Refused, and UnicodeDecodeError when the bytes are no text.
    """
    fresh = not module.facts
    option = f"{module.language} {module.is_context} {module.is_closed}"
    if cache and fresh:
        artifact = cache.get(name, data, option)
        if artifact and (not artifact.uses or module.libraries.agree(artifact, os.path.dirname(name))):
            module.texts.append((name, data))
            return artifact
    from interpreter.detection import detect
    from interpreter.source import Source, decode

    source = Source(name, decode(data))
    register(source)
    made: Artifact = front(module.language or detect(source)).compile(source, module)
    if cache and fresh:
        cache.put(name, data, option, made)
    return made


def register(source: Source) -> None:
    """Let tracebacks and debuggers find the text, which need not be a UTF-8 file, or a file at all."""
    import linecache

    # CPython 3.11 misplaces carets in lines with trailing blanks.
    lines = [line.rstrip() + "\n" for line in source.text.split("\n")]
    linecache.cache[source.name] = (len(source.text), None, lines, source.name)


__all__ = ["LinkBroken", "Module", "finish", "front", "obtain", "register"]
