"""Remedies carried out in the model (*åtgärder i modellen*): of a case, the collaboration as it is afterwards.

What only the reader can choose, such as the day of a new meeting, is a stand-in: an id that is free, the first day of
the term, a role without a holder. What lies in the past is the record that would have met the criterion.
"""
