"""Collaborations and results as text: files in and out, and what people read."""
