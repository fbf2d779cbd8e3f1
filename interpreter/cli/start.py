"""The entry point `1cs`. Running a script is done here at once; everything else is left to `arguments`.

Nothing heavy may be imported here: a warm `1cs run` of a short script takes less than twice the time of bare Python.
"""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    # Compiled calls do not use the C stack: scripts may recurse deeper than Python's default.
    sys.setrecursionlimit(10_000)
    if len(given) >= 2 and given[0] == "run" and not given[1].startswith("-"):
        from interpreter.cli.running import run_file

        return run_file(given[1], given[2:])
    from interpreter.cli.arguments import main as other

    try:
        code = other(given)
        sys.stdout.flush()
    except BrokenPipeError:
        from interpreter.cli.host import discard_output

        # Nobody reads the rest (`1cs doc … | head`).
        discard_output()
        return 0
    return code


if __name__ == "__main__":
    sys.exit(main())
