"""Checklists that people write themselves (*egna checklistor*): data that is composed of the shipped predicates."""
