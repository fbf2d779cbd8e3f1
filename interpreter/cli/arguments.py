"""Everything the command `1cs` can be told; `start` has run plain `1cs run ФАЙЛ` and `1cs ФАЙЛ` before."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from interpreter.cli.host import open_missing_streams, prepare_streams
from interpreter.cli.parser import make_parser
from interpreter.cli.start import COMMANDS
from runtime.errors import OnecError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

_WITH_VALUE = frozenset(("-e", "--language", "--errors", "--context", "--locale"))


def main(argv: Sequence[str]) -> int:
    """The exit code of the command."""
    open_missing_streams()
    prepare_streams()
    command, script, arguments = cut(argv)
    try:
        options = make_parser().parse_args(command)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    try:
        if getattr(options, "sandbox", None) and not _accounts_are_sound(options.sandbox):
            return 2
        return _obey(options, script, arguments)
    except OnecError as error:
        print(error.message, file=sys.stderr)
        if error.hint:
            print(f"    {error.hint}", file=sys.stderr)
        return 1


def _accounts_are_sound(path: str) -> bool:
    """The server starts when a script first asks for mail; a file that is no good is told before."""
    from sandbox.account_file import AccountFileError, read_accounts

    try:
        read_accounts(path)
    except AccountFileError as error:
        print(error, file=sys.stderr)
        return False
    return True


def cut(argv: Sequence[str]) -> tuple[list[str], str | None, list[str]]:
    """What is ours, the script's file, and what belongs to the script: all that follows its name or the code of `-e`.

    A first word that is no command is a script; options may stand before the command.
    """
    place = _first_word(argv, 0)
    word = argv[place] if place < len(argv) else None
    options = list(argv[:place])
    if _has_code(options):
        return ["run", *options], None, list(argv[place:])
    if word is None:
        return (options if _asks_about_us(options) else ["repl", *options]), None, []
    if word not in COMMANDS:
        return ["run", *options], word, list(argv[place + 1 :])
    if word != "run":
        return [word, *options, *argv[place + 1 :]], None, []
    return _cut_run(options, list(argv[place + 1 :]))


def _cut_run(before: list[str], after: list[str]) -> tuple[list[str], str | None, list[str]]:
    place = _first_word(after, 0)
    options = ["run", *before, *after[:place]]
    if _has_code(options) or place == len(after):
        return options, None, after[place:]
    return options, after[place], after[place + 1 :]


def _first_word(argv: Sequence[str], place: int) -> int:
    """Where the first argument stands that is neither an option nor its value; after `-e КОД` whatever follows."""
    while place < len(argv) and argv[place].startswith("-") and argv[place] != "-":
        option = argv[place]
        place += 2 if option in _WITH_VALUE else 1
        if option == "-e":
            break
    return min(place, len(argv))


def _has_code(options: list[str]) -> bool:
    return "-e" in options


def _asks_about_us(options: list[str]) -> bool:
    return any(option in ("-h", "--help", "--version") for option in options)


def _obey(options: Namespace, script: str | None, arguments: list[str]) -> int:
    if options.command == "run":
        return _run(options, script, arguments)
    if options.command == "check":
        from interpreter.cli.check import check

        return check(options.paths, language=options.language, errors=options.errors, syntax_only=options.syntax_only)
    if options.command == "doc":
        from interpreter.cli.doc import doc

        return doc(options.name, language=options.language)
    if options.command == "mail":
        return _mail(options)
    from interpreter.repl.start import start

    code: int = start(language=options.language, sandbox=options.sandbox)
    return code


def _run(options: Namespace, script: str | None, arguments: list[str]) -> int:
    if options.code is None and script is None:
        print("1cs run: не указано: ФАЙЛ", file=sys.stderr)
        return 2
    if script is not None and options.sandbox is not None and script.endswith(".toml"):
        print(f"Файл пользователей и паролей пишут после знака «=»: --sandbox={script}", file=sys.stderr)
        return 2
    from interpreter.cli.running import run_file

    if script is None:
        return _run_code(options, arguments)
    return run_file(
        script,
        arguments,
        language=options.language,
        context=options.context,
        errors=options.errors,
        cache=options.cache,
        locale=options.locale,
        sandbox=options.sandbox,
    )


def _run_code(options: Namespace, arguments: list[str]) -> int:
    from interpreter.cli.running import USAGE, read, run_texts

    texts = []
    if options.context is not None:
        data = read(options.context)
        if data is None:
            return USAGE
        texts.append((options.context, data))
    texts.append(("<код>", options.code.encode("utf-8", "surrogateescape")))
    return run_texts(
        texts,
        arguments,
        language=options.language,
        errors=options.errors,
        cache=False,
        locale=options.locale,
        sandbox=options.sandbox,
        is_typed=True,
    )


def _mail(options: Namespace) -> int:
    from sandbox.database import StoreError

    try:
        return _mail_action(options)
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1


def _mail_action(options: Namespace) -> int:
    from interpreter.cli import mail

    if options.action is None:
        return mail.list_letters()
    if options.action == "show":
        return mail.show(options.number, source=options.source, folder=options.folder)
    if options.action == "clear":
        return mail.clear(options.address)
    if options.action == "put":
        return mail.put(options.address, options.files)
    if options.action == "serve":
        from interpreter.cli.mail_serving import serve

        return serve(options)
    if options.action == "page":
        from interpreter.cli.mail_serving import page

        return page(options)
    if options.action in ("fault", "log"):
        from interpreter.cli import mail_trouble

        return mail_trouble.faults(options) if options.action == "fault" else mail_trouble.log(options)
    return _account(options)


def _account(options: Namespace) -> int:
    from interpreter.cli import account

    if options.deed == "set":
        return account.set_up(options)
    if options.deed == "test":
        return account.test()
    if options.deed == "sandbox":
        return account.return_to_sandbox()
    return account.show()
