"""Texts of libraries become artifacts: first what each lets others use, then its code, which sees the others."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from interpreter.diagnostics import Diagnostic, Refused
from interpreter.enterprise import parser
from interpreter.enterprise.compiler.module import compile_object
from interpreter.enterprise.inference import MADE
from interpreter.enterprise.libraries.exports import connects, exports_of
from interpreter.enterprise.libraries.finding import UseError, around
from interpreter.enterprise.libraries.loading import signature
from interpreter.enterprise.libraries.script import names_of
from interpreter.enterprise.scopes import ModuleScope
from interpreter.modules import OF_LIBRARY, register
from interpreter.source import Source, decode
from runtime.errors import OnecError
from runtime.names import fold
from stdlib.enterprise.library import catalog

if TYPE_CHECKING:
    from interpreter.artifact import Artifact
    from interpreter.enterprise import nodes
    from interpreter.enterprise.libraries.loading import Libraries
    from interpreter.enterprise.libraries.script import Script


def source_of(script: Script) -> Source:
    try:
        source = Source(script.path, decode(script.data))
    except UnicodeDecodeError:
        raise UseError(f"Кодировка файла не распознана ({script.path})", "Сохраните его в UTF-8") from None
    register(source)
    return source


def prepare(script: Script) -> None:
    """Find out what a script lets others use. Raises Refused when its text has mistakes."""
    source = source_of(script)
    script.tree = parser.parse_module(source)
    script.exports = exports_of(script.tree, source, script.asked_kind)
    if script.kind == "class" and fold(script.name) in MADE:
        # Compiled code treats arrays as lists, maps as dicts wherever it knows them by these names.
        raise UseError(f"Класс не может называться «{script.name}» ({script.path})")


def compile_script(script: Script, libraries: Libraries) -> None:
    """Compile a script that has been prepared, after the libraries that it uses. Raises Refused."""
    source = source_of(script)
    tree, script.tree = script.tree or parser.parse_module(source), None
    script.see(open_used(tree, source, script.folder, libraries))
    scope = ModuleScope()
    see(scope, script.visible)
    scope.modules |= {fold(name): OF_LIBRARY + name for name in script.given}
    scope.open_types |= connects(source)
    try:
        artifact = compile_object(tree, source, scope, catalog())
    except RecursionError:
        raise Refused([Diagnostic(source, tree.span, "Слишком большая вложенность")]) from None
    script.artifact = artifact
    artifact.exports = script.exports
    note_uses(artifact, tree, script.visible)


def check_member(source: Source, libraries: Libraries) -> bool:
    """Check a text as the file of a library that it is; False when it is none. Raises Refused.

    Mistakes of the library's other files are told where those are checked.
    """
    try:
        files = around(source.name) if os.path.isfile(source.name) else []
    except (UseError, OnecError):
        # Nothing else may be read: the text is checked by itself.
        return False
    mates, own = [], None
    for file in files:
        is_own = os.path.exists(file.path) and os.path.samefile(file.path, source.name)
        try:
            script = libraries.script_of(file, source.name if is_own else file.path)
            script.exports = _exports(script.path, script.data, script.asked_kind)
        except (Refused, UseError, UnicodeDecodeError):
            if is_own:
                raise
            continue
        mates.append(script)
        own = script if is_own else own
    if own is None:
        return False
    own.mates = mates
    compile_script(own, libraries)
    return True


@lru_cache(maxsize=1000)
def _exports(path: str, data: bytes, kind: str) -> tuple[Any, ...]:
    """Checking every file of a library asks for all of them each time."""
    source = Source(path, decode(data))
    return exports_of(parser.parse_module(source), source, kind)


def note_uses(artifact: Artifact, tree: nodes.Module, visible: list[Script]) -> None:
    """Write down what the compilation depended on."""
    artifact.uses = tuple((each.name, each.is_path) for each in tree.directives)
    artifact.known = signature(visible)


def open_used(tree: nodes.Module, source: Source, folder: str, libraries: Libraries) -> list[Script]:
    """The scripts that the text uses; every library that cannot be used is a mistake of its line."""
    mistakes: list[Diagnostic] = []
    found: dict[Script, None] = {}
    for use in tree.directives:
        try:
            found.update(dict.fromkeys(libraries.visible([(use.name, use.is_path)], folder)))
        except (UseError, OnecError) as error:
            mistakes.append(Diagnostic(source, use.span, error.message, error.hint))
        except Refused as refused:
            mistakes += refused.diagnostics
    if mistakes:
        raise Refused(list(dict.fromkeys(mistakes)))
    return list(found)


def see(scope: ModuleScope, visible: list[Script]) -> None:
    """Let a text name what it sees."""
    scope.modules |= names_of(visible, "module")
    scope.classes |= names_of(visible, "class")
    for each in visible:
        by_reference, opens = each.exports[3:]
        scope.by_reference.update(by_reference)
        scope.open_types |= bool(opens)


def exported(script: Script) -> dict[str, Any]:
    """Methods that a script lets others call, by folded name."""
    return {fold(each[0]): each for each in script.exports[1]}
