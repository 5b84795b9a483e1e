"""What the words of a paragraph are in WordprocessingML (ECMA-376, part 1): shared by who reads documents and who writes into them."""

# Elements that stand for one character. A soft hyphen is none: it is not seen but at the end of a line.
CHARACTERS = {"w:tab": "\t", "w:br": "\v", "w:cr": "\v", "w:noBreakHyphen": "\u2011", "w:ptab": "\t"}
# What is in these is no part of the paragraph's words: properties, what was deleted or moved away, the same again for older programs,
# and text boxes, whose paragraphs are their own.
APART = frozenset(
    ("w:pPr", "w:rPr", "w:del", "w:moveFrom", "mc:Fallback", "w:p", "w:txbxContent", "w:instrText", "w:delText")
)
