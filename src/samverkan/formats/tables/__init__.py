"""The facts of each picture as a table: rows of words that a page, Markdown or a terminal can show."""
