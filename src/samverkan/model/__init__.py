"""The nouns: attrs values and the standard library, nothing else."""
