"""How to get there: the model's order as steps with precedence, and a dated plan of them (*införande*)."""
