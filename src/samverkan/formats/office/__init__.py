"""Files for Excel and Word, which the extra ``office`` brings: what the library knows, where project leads work."""
