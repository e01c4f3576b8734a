"""The table in which a project counts what it has reached (*resultattabell*): read, written, and ready to fill in."""
