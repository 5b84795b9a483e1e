"""A Word document as newsrooms make them, by python-docx: styles, runs, a table, a tracked change, a footnote, a date of publication."""

from pathlib import Path

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NOTES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:t xml:space="preserve"> By the port's log, 4 km (9 miles) off.</w:t></w:r></w:p></w:footnote></w:footnotes>"""
DATE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
 xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">
<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Published"><vt:lpwstr>2025-06-03</vt:lpwstr></property></Properties>"""
CHANGE = f"""<w:p xmlns:w="{W}"><w:r><w:t xml:space="preserve">No one was </w:t></w:r><w:del w:id="8" w:author="A"><w:r><w:delText>killed</w:delText></w:r></w:del>
<w:ins w:id="9" w:author="A"><w:r><w:t>hurt</w:t></w:r></w:ins><w:sdt><w:sdtContent><w:r><w:t>, the port said.</w:t></w:r></w:sdtContent></w:sdt></w:p>"""
REFERENCE = f"""<w:r xmlns:w="{W}"><w:footnoteReference w:id="2"/></w:r>"""


def write(path: Path, notes_are: str = "footnote") -> Path:
    """Its one note is a footnote, or an endnote. Skips the test where python-docx is absent."""
    docx = pytest.importorskip("docx", reason="needs python-docx (copydesk[docx])")
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml

    document = docx.Document()
    document.add_paragraph("Ferry with 112 aboard runs aground", style="Title")
    lede = document.add_paragraph("The ferry ")
    lede.add_run("Aurora").italic = True
    lede.add_run(" ran aground 4 ")
    lede.add_run("km").bold = True
    lede.add_run(" (9 miles) off Halden\nat dawn on Tuesday")
    lede._p.append(parse_xml(REFERENCE.replace("footnote", notes_are)))
    lede.add_run(", with 112\taboard.")
    document.add_paragraph("")
    document.element.body.insert(3, parse_xml(CHANGE))
    document.add_paragraph("14 crew", style="List Bullet")
    document.add_paragraph("The Aurora, 38 metres long, at Halden in 2019.", style="Caption")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Aurora", "1,200 tons"
    document.add_paragraph("On Monday, June 3, 2025, she was freed.")
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = "application/vnd.openxmlformats-officedocument"
    package = document.part.package
    content = NOTES.replace("footnote", notes_are).encode()
    notes = Part(PackURI(f"/word/{notes_are}s.xml"), f"{types}.wordprocessingml.{notes_are}s+xml", content, package)
    dates = Part(PackURI("/docProps/custom.xml"), f"{types}.custom-properties+xml", DATE.encode(), package)
    document.part.relate_to(notes, f"{kinds}/{notes_are}s")
    package.relate_to(dates, f"{kinds}/custom-properties")
    document.save(str(path))
    return path
