"""The keys of settings: what each may hold, and what is said of a wrong one."""

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from copydesk.errors import UsageError
from copydesk.typed import Any

FAIL_ON = ("error", "warning", "unsure", "skipped", "never")


class File:
    """Where settings stand, for what is said of them."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.text = path, text

    def wrong(self, key: str, what: str) -> UsageError:
        found = re.search(
            rf"^\s*(?:\[+\s*(?:tool\.copydesk\.)?)?[\"']?{re.escape(key)}[\"']?\s*[=\]]", self.text, re.MULTILINE
        )
        line = (
            f":{self.text.count(chr(10), 0, found.start() + len(found.group()) - len(found.group().lstrip())) + 1}"
            if found
            else ""
        )
        return UsageError(f"{shown(self.path)}{line}: {what}")

    def from_here(self, path: str) -> str:
        """A path of the file, from the working folder."""
        folder = self.path.absolute().parent
        if Path(path).is_absolute() or folder == Path.cwd():
            return path
        return Path(os.path.relpath(folder / path)).as_posix()


Read = Callable[[Any, str, File], Any]


def settings(found: Any, file: File, keys: dict[str, Read]) -> dict[str, Any]:
    """The values of a table, by the names of options in the program."""
    result: dict[str, Any] = {}
    for key, value in found.items():
        if key not in keys:
            raise file.wrong(key, f"there is no key {key!r}.{meant(key, keys)}")
        name, setting = named_inside(key, keys[key](value, key, file))
        result[name] = setting
    return result


def named_inside(key: str, value: Any) -> tuple[str, Any]:
    return ("no_packs", not value) if key == "packs" else (key.replace("-", "_"), value)


def meant(key: str, keys: dict[str, Read]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(key, keys, 1)
    return f" Did you mean {close[0]!r}?" if close else f" There are: {', '.join(keys)}."


def shown(path: Path) -> str:
    return Path(os.path.relpath(path)).as_posix()


# ---------------------------------------------------------------- values


def yes_or_no(value: Any, key: str, file: File) -> bool:
    if not isinstance(value, bool):
        raise file.wrong(key, f"{key} is true or false, not {value!r}.")
    return value


def number(value: Any, key: str, file: File) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise file.wrong(key, f"{key} is a whole number, not {value!r}.")
    return value


def word(value: Any, key: str, file: File) -> str:
    if not isinstance(value, str) or not value:
        raise file.wrong(key, f"{key} is a text in quotes, not {value!r}.")
    return value


def words(value: Any, key: str, file: File) -> list[str]:
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise file.wrong(key, f'{key} is a list of texts, such as ["…"], not {value!r}.')
    return list(value)


def path(value: Any, key: str, file: File) -> str:
    return file.from_here(word(value, key, file))


def paths(value: Any, key: str, file: File) -> list[str]:
    return [file.from_here(one) for one in words(value, key, file)]


def reports(value: Any, key: str, file: File) -> list[str]:
    """As written on the command line: FORMAT=FILE."""
    found = [one.partition("=") for one in words(value, key, file)]
    return [f"{form}={file.from_here(target) if target else ''}" for form, _, target in found]


def choice(*options: str) -> Read:
    def one_of(value: Any, key: str, file: File) -> str:
        if value not in options:
            raise file.wrong(key, f"{key} is {', '.join(options[:-1])} or {options[-1]}, not {value!r}.")
        return str(value)

    return one_of


def form(value: Any, key: str, file: File) -> str:
    from copydesk.report import names

    return str(choice(*names())(value, key, file))


def day(value: Any, key: str, file: File) -> Any:
    """A date of TOML, or one in quotes as on the command line."""
    if isinstance(value, date):
        return value
    from copydesk.read import publication_date

    try:
        return publication_date(word(value, key, file))
    except ValueError as error:
        raise file.wrong(key, f"{key}: {error}") from error


def as_of(value: Any, key: str, file: File) -> Any:
    from datetime import datetime

    if value == "today":
        return date.today()
    found = day(value, key, file)
    return found.date() if isinstance(found, datetime) else found


def places(value: Any, key: str, file: File) -> list[dict[str, Any]]:
    """The tables [[per-path]]: each names its paths."""
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise file.wrong(key, f"{key} is written [[{key}]], once for each group of paths.")
    found = [settings(one, file, PLACE_KEYS) for one in value]
    if any(not one.get("paths") for one in found):
        raise file.wrong(key, f'every [[{key}]] needs paths, such as paths = ["archive/**"].')
    return found


PLACE_KEYS: dict[str, Read] = {"paths": paths, "off": words, "rules": paths}
KEYS: dict[str, Read] = {
    "paths": paths,
    "rules": paths,
    "packs": yes_or_no,
    "rule": words,
    "tag": words,
    "fail-on": choice(*FAIL_ON),
    "allow-none": yes_or_no,
    "format": form,
    "output": path,
    "report": reports,
    "all": yes_or_no,
    "dated": day,
    "as-of": as_of,
    "waivers": path,
    "select": word,
    "jobs": number,
    "cache": yes_or_no,
    "per-path": places,
}
