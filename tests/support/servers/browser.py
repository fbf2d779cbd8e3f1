"""Chromium without a window, driven over a pipe in its own protocol (CDP): no driver and no package is needed."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Self

PROGRAM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
_SECONDS = 90.0
_OPTIONS = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-first-run",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--hide-scrollbars",
    # Frames of letters in this process: their requests are told to us, too.
    "--disable-features=IsolateSandboxedIframes",
    # Root has no sandbox of its own in a container.
    "--no-sandbox",
)

# Numbers of pipes that the browser expects; copies first, for ours may be those very numbers. A process of its own does
# it: forking one with threads is not done any more.
_LAUNCH = """
import os, sys
ends = [os.dup(int(number)) for number in sys.argv[1:3]]
for place, end in zip((3, 4), ends):
    os.dup2(end, place)
    os.set_inheritable(place, True)
os.execv(sys.argv[3], sys.argv[3:])
"""


class Refused(AssertionError):
    """The browser cannot do what it was told: often because a page is being left."""


class Browser:
    """One tab. Values of JavaScript come back as Python has them."""

    def __init__(self, width: int = 1280, height: int = 800) -> None:
        self._size = width, height
        self._number = 0
        self._left = b""
        self._asked: dict[str, str] = {}

    def __enter__(self) -> Self:
        self._folder = tempfile.mkdtemp(prefix="browser-")
        to_browser, self._input = os.pipe()
        self._output, from_browser = os.pipe()

        program = [PROGRAM, *_OPTIONS, f"--user-data-dir={self._folder}", "about:blank"]
        self._process = subprocess.Popen(
            [sys.executable, "-c", _LAUNCH, str(to_browser), str(from_browser), *program],
            pass_fds=(to_browser, from_browser),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        targets = self._call("Target.getTargets", session="")["targetInfos"]
        target = next(each["targetId"] for each in targets if each["type"] == "page")
        self._session = self._call("Target.attachToTarget", session="", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network"):
            self._call(f"{domain}.enable")
        self.resize(*self._size)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()
        os.close(self._input)
        os.close(self._output)
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def sent(self) -> list[str]:
        """Addresses that pages have asked for, without those that their own policy forbade."""
        self.run("0")
        return list(self._asked.values())

    def resize(self, width: int, height: int) -> None:
        self._call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )

    def prefer(self, scheme: str, language: str) -> None:
        """ "dark" or "light"; a language as Accept-Language has it."""
        self._call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self._call("Network.setUserAgentOverride", userAgent="Chromium", acceptLanguage=language)

    def open(self, url: str) -> None:
        self._call("Page.navigate", url=url)
        self.wait("document.readyState == 'complete'")

    def reload(self) -> None:
        """The page anew. Until then questions are still answered by the old one, which looks the same: it is marked."""
        self.run("window.old = true")
        self._call("Page.reload")
        self.wait("!window.old && document.readyState == 'complete'")

    def run(self, script: str) -> Any:
        """The value of an expression; a promise is waited for."""
        found = self._call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in found:
            raise AssertionError(found["exceptionDetails"])
        return found["result"].get("value")

    def wait(self, script: str) -> Any:
        """The value of an expression as soon as it is true."""
        # An element has no value here.
        return self._until(lambda: self.run(f"(found => found instanceof Node || found)({script})"), script)

    def _until(self, look: Callable[[], Any], what: str) -> Any:
        """What it finds as soon as that is true; a page that is being left answers nothing."""
        deadline = time.monotonic() + _SECONDS
        while True:
            with suppress(Refused):
                if found := look():
                    return found
            if time.monotonic() > deadline:
                raise AssertionError(f"in vain: {what}")
            time.sleep(0.05)

    def press(self, key: str, code: str = "") -> None:
        for kind in ("keyDown", "keyUp"):
            self._call("Input.dispatchKeyEvent", type=kind, key=key, code=code)

    def picture(self, path: str) -> None:
        data = self._call("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def frame_text(self) -> str:
        """The text of the first frame inside the page, which scripts of the page cannot read, as soon as it has any."""
        return str(self._until(self._frame_text, "text in a frame"))

    def _frame_text(self) -> str:
        tree = self._call("Page.getFrameTree")["frameTree"]
        if not (inner := tree.get("childFrames")):
            return ""
        frame = inner[0]["frame"]["id"]
        world = self._call("Page.createIsolatedWorld", frameId=frame)["executionContextId"]
        found = self._call(
            "Runtime.evaluate", expression="document.body?.innerText || ''", contextId=world, returnByValue=True
        )
        return str(found["result"].get("value", "")).strip()

    def _call(self, method: str, session: str | None = None, **parameters: Any) -> Any:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if session is None:
            message["sessionId"] = self._session
        os.write(self._input, json.dumps(message).encode() + b"\0")
        while (answer := self._message()).get("id") != self._number:
            self._note(answer)
        if "error" in answer:
            raise Refused(f"{method}: {answer['error']}")
        return answer["result"]

    def _note(self, event: dict[str, Any]) -> None:
        name, told = event.get("method"), event.get("params", {})
        if name == "Network.requestWillBeSent":
            self._asked[told["requestId"]] = told["request"]["url"]
        elif name == "Network.loadingFailed" and told.get("blockedReason"):
            self._asked.pop(told["requestId"], None)

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            piece = os.read(self._output, 1 << 16)
            if not piece:
                raise AssertionError("the browser has ended")
            self._left += piece
        line, _, self._left = self._left.partition(b"\0")
        found: dict[str, Any] = json.loads(line)
        return found
