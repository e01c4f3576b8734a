"""Dates for many bodies that share the same few officials: what is asked, what is chosen, and why not otherwise."""
