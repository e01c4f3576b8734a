"""Pictures as SVG: deterministic text, told as well as drawn, that needs neither colour nor script to be read."""
