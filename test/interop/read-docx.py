"""Prints title, paragraphs and tables of a .docx as python-docx reads them: {title, author, paragraphs, tables}."""

import json
import sys

import docx

document = docx.Document(sys.argv[1])
tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
print(
    json.dumps(
        {
            "title": document.core_properties.title,
            "author": document.core_properties.author,
            "paragraphs": [[paragraph.style.name, paragraph.text] for paragraph in document.paragraphs],
            "tables": tables,
        },
        ensure_ascii=False,
    )
)
