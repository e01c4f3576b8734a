"""What project leads read in a terminal: values in, lines of plain text out; the caller gives the width."""
