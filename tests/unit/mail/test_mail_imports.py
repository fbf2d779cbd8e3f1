"""What loading the mail modules brings with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import stdlib.mail.mime


def loaded_by(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_sending_loads_asyncio_only_when_something_is_sent() -> None:
    modules = loaded_by("import stdlib.mail.smtp")
    assert "stdlib.mail.smtp" in modules
    assert not {"asyncio", "aiosmtplib", "imapclient", "ssl"} & modules


def test_mime_imports_nothing_else_of_ours() -> None:
    folder = Path(stdlib.mail.mime.__path__[0])
    names = [path.stem for path in folder.glob("*.py") if path.stem != "__init__"]
    assert "compose" in names
    modules = loaded_by("\n".join(f"import stdlib.mail.mime.{name}" for name in names))
    ours = {name for name in modules if name.split(".")[0] in ("runtime", "stdlib", "interpreter", "sandbox")}
    assert {name for name in ours if not name.startswith("stdlib.mail.mime")} == {"stdlib", "stdlib.mail"}
