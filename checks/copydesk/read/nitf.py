"""NITF, the News Industry Text Format of the IPTC: one story a file."""

from collections.abc import Iterator

from copydesk.model import Document, Reader, Unread
from copydesk.read._draft import LARGEST
from copydesk.read._galley import Galley
from copydesk.read._nitf import dated, fill
from copydesk.read._xml import BrokenXml, parse, root_name
from copydesk.typed import IO


def read(stream: IO[bytes], path: str) -> Iterator[Document | Unread]:
    try:
        source, root = parse(stream.read(LARGEST + 1))
    except BrokenXml as error:
        yield Unread(path, path, str(error))
        return
    galley = Galley()
    fill(galley, root)
    galley.tags += (keyword.attributes.get("key", "") for keyword in root.elements("keyword"))
    whole = root.first("nitf")
    galley.language = whole.attributes.get("lang", "") if whole else ""
    yield galley.document(path, {"text": source}, dated(root))


def knows(data: bytes) -> bool:
    return root_name(data) == "nitf"


READER = Reader("NITF, one story a file", (".xml", ".nitf"), read, knows)
