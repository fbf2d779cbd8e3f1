"""What an entry does: code runs in the session of its language, a command is obeyed, a question answered."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from interpreter.cli.host import ConsoleHost, OutputClosed
from interpreter.cli.running import failure, tell
from interpreter.repl.commands import obey
from interpreter.repl.display import shown
from interpreter.repl.help import answer
from interpreter.repl.leaving import Leaving
from interpreter.repl.room import Room, room
from interpreter.session import Session
from interpreter.source import Source, normalise
from runtime.errors import ScriptExit
from runtime.host import using

if TYPE_CHECKING:
    from typing import Any

    from runtime.typeinfo import TypeInfo

_QUESTION = re.compile(r"\?\s*(?P<after>[^\W\d][\w.]*(?:\(\))?|\Z)|(?P<before>[^\W\d][\w.]*(?:\(\))?)\s*\?")
"""`?`, `?Имя`, `Имя?`; but `?(…)` is the conditional operator."""

_FAREWELLS = frozenset({"exit", "quit", "выход", "exit()", "quit()", "выход()"})


class DialogueHost(ConsoleHost):
    """The console; knows whether the script's output left the cursor inside a line."""

    def __init__(self, *, sandbox: str | None = None) -> None:
        super().__init__(sandbox=sandbox)
        self._inside_line = False

    def write(self, text: str) -> None:
        super().write(text)
        if text:
            self._inside_line = not text.endswith("\n")

    def settle(self) -> None:
        """End the line of output, if one is begun, and show all of it."""
        if self._inside_line:
            self.write("\n")
        self.flush()


class Dialogue:
    """The state of the dialogue: a session for each language that was used."""

    def __init__(self, language: str | None = None, host: DialogueHost | None = None) -> None:
        self.host = host or DialogueHost()
        self.room: Room = room(language or "enterprise")
        self._sessions: dict[str, Session] = {}
        self._entries = 0

    @property
    def session(self) -> Session:
        """The session of the current language."""
        return self.session_of(self.room.language)

    def session_of(self, language: str) -> Session:
        if language not in self._sessions:
            self._sessions[language] = Session(language=language, host=self.host)
        return self._sessions[language]

    def switch(self, language: str) -> None:
        self.room = room(language)

    def reset(self) -> None:
        """Forget what the current language's entries declared."""
        self._sessions.pop(self.room.language, None)

    def warm_up(self) -> None:
        """Load the compiler and the library, which the first entry would wait for."""
        Session(language=self.room.language).check(Source("<ввод>", ""))
        self.room.catalog.find_type("")

    def is_incomplete(self, text: str) -> bool:
        """Does the entry go on?"""
        return not self._is_ours(text) and self.session.is_incomplete(Source("<ввод>", normalise(text)))

    def value_of(self, name: str) -> Any:
        """The value of a variable or constant of the session, in whatever case its language lets it be written."""
        known = self._spelled(name)
        found = (self.session.value_of(place) for place in self.room.places(known)) if known else ()
        return next((value for value in found if value is not None), None)

    def type_named(self, name: str) -> TypeInfo | None:
        """A type that an entry has declared."""
        known = self._spelled(name)
        declared = self.session.value_of(self.room.type_place(known)) if known else None
        return declared.__onec__ if declared is not None else None

    def _spelled(self, name: str) -> str | None:
        """A name of the session as its author spelled it."""
        fold = self.room.fold
        return {fold(each): each for each in self.session.names()}.get(fold(name))

    def enter(self, text: str) -> bool:
        """Do what an entry says; False when it failed, which has been told then. Raises Leaving, OutputClosed,
        KeyboardInterrupt (told as well).
        """
        text = normalise(text)
        if not text.strip():
            return True
        try:
            done = self._obey(text.strip()) if self._is_ours(text) else self.run(text)
            self.host.settle()
        except ScriptExit as leaving:
            self.host.settle()
            raise Leaving(leaving.code) from None
        except (Leaving, OutputClosed):
            raise
        except KeyboardInterrupt as interruption:
            self._tell(interruption)
            raise
        except BaseException as error:
            self._tell(error)
            return False
        return done

    def run(self, text: str) -> bool:
        """Run code and show its value; True. Raises what the session raises."""
        value = self.evaluate(text)
        self.host.settle()
        with using(self.host):
            answer = shown(self.room, value)
        if answer:
            self.host.write(answer + "\n")
        return True

    def evaluate(self, text: str) -> Any:
        self._entries += 1
        return self.session.evaluate(Source(f"<ввод {self._entries}>", text))

    def _is_ours(self, text: str) -> bool:
        """Is it a command or a question, not code?"""
        stripped = text.strip()
        if stripped.startswith("!") or _QUESTION.fullmatch(stripped):
            return True
        return stripped.casefold() in _FAREWELLS and stripped.casefold() not in self._folded_names()

    def _folded_names(self) -> set[str]:
        return {name.casefold() for name in self.session.names()}

    def _obey(self, text: str) -> bool:
        if text.startswith("!"):
            return obey(self, text[1:])
        if asked := _QUESTION.fullmatch(text):
            return answer(self, asked["after"] or asked["before"] or "")
        raise Leaving

    def _tell(self, error: BaseException) -> None:
        self.host.settle()
        try:
            failure(error, self.host, "full", f"<ввод {self._entries}>")
        except OutputClosed:
            raise
        except Exception:
            # The only place that outlives a mistake of ours: the person's variables must not die of it.
            tell("Внутренняя ошибка 1cs; сообщите о ней разработчикам:")
            sys.excepthook(*sys.exc_info())
