"""The entry point `1cs`. Running a script is done here at once; everything else is left to `arguments`.

Nothing heavy may be imported here: a warm `1cs run` of a short script takes less than twice the time of bare Python.
"""

from __future__ import annotations

import sys

COMMANDS = ("run", "check", "repl", "doc", "mail")


def main(arguments: list[str] | None = None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    # Compiled calls do not use the C stack: scripts may recurse deeper than Python's default.
    sys.setrecursionlimit(10_000)
    words = given[1:] if given[:1] == ["run"] else given
    if words and (words[0] == "-" or not words[0].startswith("-")) and (words is not given or words[0] not in COMMANDS):
        from interpreter.cli.running import run_file

        return run_file(words[0], words[1:])
    from interpreter.cli.arguments import main as other

    try:
        code = other(given)
        sys.stdout.flush()
    except BrokenPipeError:
        from interpreter.cli.host import discard_output

        # Nobody reads the rest (`1cs doc … | head`).
        discard_output()
        return 0
    except OSError as error:
        from errno import ENOSPC

        # Whatever else writes to the disk tells of it itself.
        if error.errno != ENOSPC:
            raise
        from interpreter.cli.host import discard_output
        from interpreter.cli.reasons import reason_of
        from interpreter.cli.running import FAILED, tell

        discard_output()
        tell(f"Не удалось записать вывод: {reason_of(error)}")
        return FAILED
    return code


if __name__ == "__main__":
    sys.exit(main())
