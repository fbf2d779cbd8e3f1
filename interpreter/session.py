"""What a program that embeds 1cs uses: `Session(host=…).run(Source("имя", "текст"))`."""

from __future__ import annotations

from contextvars import copy_context

from interpreter.modules import OF_LIBRARY, LinkBroken, Module, finish, front, obtain
from runtime.host import Host, using

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from interpreter.cache import Cache
    from interpreter.diagnostics import Diagnostic
    from interpreter.jobs.running_script import RunningScript
    from interpreter.source import Source


class Session:
    """Runs texts of one language in one module scope, so that each sees what the earlier ones declared.

    `language` None: the first text tells. `cache`: where compiled texts are kept; None for nowhere.
    """

    def __init__(self, *, language: str | None = None, host: Host | None = None, cache: Cache | None = None) -> None:
        self.host = host or Host()
        self.cache = cache
        self._module = Module(language)
        self._module.cache = cache
        # The script's own context variables: its host and its decimal arithmetic are nobody else's.
        self._context = copy_context()
        self._texts: list[tuple[str, bytes]] = []
        self._script: RunningScript | None = None

    @property
    def language(self) -> str | None:
        """None until the first text tells."""
        return self._module.language

    def run(self, source: Source) -> Any:
        """Run a text; the value that Element's entry method returned, else None.

        Raises Refused when the text has mistakes, OnecError (or an error that `native.script_error` tells as one) when
        the script failed, ScriptExit when it left.
        """
        return self.run_bytes(source.name, source.text.encode("utf-8", "surrogatepass"))

    def run_bytes(
        self, name: str, data: bytes, *, is_context: bool = False, is_last: bool = False, is_typed: bool = False
    ) -> Any:
        """The same for a text as it was read; UnicodeDecodeError when it is neither UTF-8 nor cp1251.

        `is_context`: it only prepares what a later text uses. `is_last`: no text follows, so it may be compiled closer.
        `is_typed`: statements need no method around them.
        """
        self._module.is_typed = is_typed
        self._module.is_context, self._module.is_closed = is_context, is_last
        return self._context.run(self._run_bytes, name, data)

    def _run_bytes(self, name: str, data: bytes) -> Any:
        module = self._module
        self._texts.append((name, data))
        with using(self.host, self._running_script):
            artifact = obtain(name, data, module, self.cache)
            try:
                result = module.run(artifact, name)
            except LinkBroken:
                result = module.run(obtain(name, data, module, None), name)
            finish()
            return result

    def check(self, source: Source, *, context: Source | None = None) -> tuple[Diagnostic, ...]:
        """All that is wrong with a text, which is not run, where `context` would have run before it.

        Warnings are told of a text that has no mistakes; a run tells none.
        """
        from interpreter.detection import detect
        from interpreter.diagnostics import Refused

        module = Module(self.language)
        module.facts.extend(self._module.facts)
        module.is_checked, module.cache = True, self.cache
        try:
            # Libraries that the text uses are read.
            with using(self.host):
                if context is not None:
                    module.facts.append(front(self.language or detect(context)).compile(context, module).facts)
                front(self.language or detect(source)).compile(source, module)
        except Refused as refused:
            return refused.diagnostics
        return module.warnings

    def check_syntax(self, source: Source) -> tuple[Diagnostic, ...]:
        """All that breaks the grammar in a text; names are not looked up."""
        from interpreter.detection import detect
        from interpreter.diagnostics import Refused

        try:
            front(self.language or detect(source)).parse(source)
        except Refused as refused:
            return refused.diagnostics
        return ()

    def evaluate(self, source: Source) -> Any:
        """Run a text typed by a person: the value when it is an expression, else None. Raises as `run` does."""
        from interpreter.modules import register

        self._module.is_context = self._module.is_closed = False
        register(source)
        self._texts.append((source.name, source.text.encode("utf-8", "surrogatepass")))
        return self._context.run(self._evaluate, source)

    def _running_script(self) -> RunningScript:
        """What the texts run so far declare, for jobs; made when a script first asks."""
        if self._script is None:
            from interpreter.jobs.declarations import Declarations
            from interpreter.jobs.running_script import RunningScript

            folder = self.cache.folder if self.cache else None
            self._script = RunningScript(self.host, Declarations(self._texts, self.cache), cache_folder=folder)
        return self._script

    def close(self) -> None:
        """End the jobs that the texts started and did not wait for."""
        if self._script is not None:
            self._script.close()

    def _evaluate(self, source: Source) -> Any:
        with using(self.host, self._running_script):
            value = self._module.run(front(self._typed).compile_input(source, self._module), source.name)
            finish()
            return value

    def is_incomplete(self, source: Source) -> bool:
        """Does the text go on: is a block, a bracket or a string still open?"""
        return bool(front(self._typed).is_incomplete(source))

    def names(self) -> tuple[str, ...]:
        """What the texts run so far have declared, for completion."""
        declared: tuple[str, ...] = front(self._typed).names(self._module)
        return declared

    def value_of(self, name: str) -> Any:
        """The value of a variable of the session by a name from `names`; None when it has none."""
        namespace = self._module.namespace
        return namespace[name] if name in namespace else namespace.get(OF_LIBRARY + name)

    def declaration(self, name: str) -> str:
        """What a text run so far says of a method or type that it declares; empty when there is none of that name."""
        told: str = front(self._typed).declaration(self._module, name)
        return told

    @property
    def _typed(self) -> str:
        """The language of what a person types: Enterprise unless something else was said or run."""
        return self.language or "enterprise"
