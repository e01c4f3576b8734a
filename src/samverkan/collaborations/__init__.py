"""Five real setups as collaboration files: package data, written by hand from public sources."""
