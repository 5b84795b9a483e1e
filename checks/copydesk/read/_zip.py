"""Files that are zip archives of XML: opened without unpacking more than an article can be."""

import zipfile
import zlib
from io import BytesIO

from copydesk.read._draft import LARGEST
from copydesk.typed import IO

# Pictures make documents large; they are never unpacked.
LARGEST_ARCHIVE = 256 * 1024 * 1024
# The list of parts: 4 MB of it are tens of thousands.
LARGEST_LIST = 4 * 1024 * 1024
END = b"PK\x05\x06"


class BrokenZip(ValueError):
    """What is wrong with an archive, and what to do."""


class Archive:
    """Raises BrokenZip for what is no zip archive, or one that I won't open."""

    def __init__(self, stream: IO[bytes], what: str) -> None:
        self.what = what
        if not stream.seekable():
            stream = BytesIO(stream.read(LARGEST_ARCHIVE + 1))
        size = stream.seek(0, 2)
        if size == 0:
            raise BrokenZip("This is empty: there is no article in it.")
        if size > LARGEST_ARCHIVE:
            raise BrokenZip(f"This is too large for an article: I read up to {LARGEST_ARCHIVE // 1024 // 1024} MB.")
        stream.seek(max(0, size - 65_557))
        tail = stream.read()
        end = tail.rfind(END)
        if end < 0:
            raise BrokenZip(f"This is no {what}: it is cut short or no zip archive. Save it again.")
        if int.from_bytes(tail[end + 12 : end + 16], "little") > LARGEST_LIST:
            raise BrokenZip(f"This is no {what} that I open: it lists too many parts.")
        try:
            self.zip = zipfile.ZipFile(stream)
        except (
            zipfile.BadZipFile,
            zipfile.LargeZipFile,
            ValueError,
            OSError,
            NotImplementedError,
            RecursionError,
        ) as error:
            raise BrokenZip(f"This is no {what}: it is cut short or damaged. Save it again.") from error

    def part(self, name: str) -> bytes | None:
        """One part; None if there is none of this name. Raises BrokenZip where it is damaged, locked or unpacks to too much."""
        try:
            info = self.zip.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise BrokenZip("It is locked with a password. Save it without one.")
        if info.file_size > LARGEST:
            raise BrokenZip(self.too_large(name))
        try:
            with self.zip.open(info) as file:
                data = file.read(LARGEST + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            ValueError,
            OSError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise BrokenZip(f"This {self.what} is damaged: I can't unpack its part {name}. Save it again.") from error
        if len(data) > LARGEST:
            raise BrokenZip(self.too_large(name))
        return data

    def too_large(self, name: str) -> str:
        return f"Its part {name} unpacks to more than {LARGEST // 1024 // 1024} MB: that is no article."
