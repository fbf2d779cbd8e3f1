"""Programs are started here: with the host's permission, without a shell, with the system's errors told in Russian."""

from __future__ import annotations

import os

from runtime.errors import BadArgument, OnecError
from runtime.host import current, require

TYPE_CHECKING = False
if TYPE_CHECKING:
    from subprocess import Popen


def launch(
    command: str,
    folder: str,
    *,
    shell: bool = False,
    output: int | None = None,
    input_: int | None = None,
    environment: dict[str, str] | None = None,
) -> Popen[bytes]:
    """Start a program by its command line in a folder ("" is the current one); OnecError when it cannot be.

    `output` and `input_` are those of subprocess.Popen; errors go where the output goes, but by themselves.
    """
    if not command.strip():
        raise BadArgument(1)
    require("process", command)
    # The program may write to the same terminal: what the script has said comes first.
    current().flush()
    from subprocess import Popen

    try:
        return Popen(
            command if shell else words(command),
            cwd=folder or None,
            shell=shell,
            stdin=input_,
            stdout=output,
            stderr=output,
            env=environment,
        )
    except OSError as error:
        if folder and not os.path.isdir(folder):
            raise OnecError(f"Ошибка запуска приложения '{command}'. Каталог не обнаружен '{folder}'") from None
        raise OnecError(f"Ошибка запуска приложения '{command}'. {_reason(error)}") from None
    except ValueError:
        # A zero character inside.
        raise BadArgument(1) from None


def words(command: str) -> list[str] | str:
    """The words of a command line, as a POSIX shell would quote them; Windows splits it itself."""
    if os.name == "nt":
        return command
    import shlex

    try:
        return shlex.split(command)
    except ValueError:
        raise OnecError(f"В строке команды не закрыты кавычки ({command})") from None


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "Файл не обнаружен"
    if isinstance(error, PermissionError):
        return "Недостаточно прав, или файл не является программой"
    return error.strerror or str(error)


def forget(process: Popen[bytes]) -> None:
    """Let a program run on by itself; when it ends, nothing of it is left behind."""
    from threading import Thread

    Thread(target=process.wait, daemon=True).start()
