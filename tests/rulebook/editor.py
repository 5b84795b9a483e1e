"""The YAML server that editors run (yaml-language-server), driven as an editor drives it: over its standard input and output."""

import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

# How long it may think before a test gives it up, in seconds.
PATIENCE = 60


class Editor:
    """One server, with documents as they are typed. A | in a text is where the cursor stands."""

    def __init__(self, server: Path, folder: Path, settings: dict[str, Any]) -> None:
        self.folder, self.settings, self.count = folder, settings, 0
        self.process = subprocess.Popen(
            ["node", str(server), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.heard: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        completion = {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}}
        able = {"workspace": {"configuration": True}, "textDocument": {"completion": completion}}
        root = folder.as_uri()
        self.ask("initialize", {"processId": None, "rootUri": root, "capabilities": able, "workspaceFolders": [{"uri": root, "name": "desk"}]})  # fmt: skip
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": settings})

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()

    # ------------------------------------------------------------ what an editor does

    def mistakes(self, text: str) -> list[str]:
        """What it underlines in a text, as `line: message`."""
        uri = self._open(text)
        while True:
            message = self.heard.get(timeout=PATIENCE)
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return [f"{each['range']['start']['line'] + 1}: {each['message']}" for each in message["params"]["diagnostics"]]  # fmt: skip

    def offers(self, text: str) -> dict[str, dict[str, Any]]:
        """What it offers at the cursor, by label."""
        found = self._at_cursor("textDocument/completion", text)
        items = found["items"] if isinstance(found, dict) else found
        return {item["label"]: item for item in items}

    def tells(self, text: str) -> str:
        """What it shows when the mouse rests at the cursor."""
        found = self._at_cursor("textDocument/hover", text)
        return str(found["contents"]["value"]) if found else ""

    def _at_cursor(self, method: str, text: str) -> Any:
        before, _, after = text.partition("|")
        uri = self._open(before + after)
        place = {"line": before.count("\n"), "character": len(before) - (before.rfind("\n") + 1)}
        return self.ask(method, {"textDocument": {"uri": uri}, "position": place})

    def _open(self, text: str) -> str:
        self.count += 1
        uri = (self.folder / f"typed-{self.count}.facts.yml").as_uri()
        self.tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})  # fmt: skip
        return uri

    # ------------------------------------------------------------ the protocol

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self.count += 1
        asked = self.count
        self._send({"id": asked, "method": method, "params": params})
        while True:
            message = self.heard.get(timeout=PATIENCE)
            if message.get("id") == asked and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _listen(self) -> None:
        """Read what it says; answer what it asks."""
        out = self.process.stdout
        while out and (head := out.readline()):
            if not head.lower().startswith(b"content-length:"):
                continue
            while out.readline().strip():
                pass
            message = json.loads(out.read(int(head.split(b":")[1])))
            if "id" in message and "method" in message:
                self._send({"id": message["id"], "result": self._answer(message)})
            else:
                self.heard.put(message)

    def _answer(self, message: dict[str, Any]) -> Any:
        if message["method"] == "workspace/configuration":
            return [self.settings.get(item.get("section"), {}) for item in message["params"]["items"]]
        return None
