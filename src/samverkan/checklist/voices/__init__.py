"""What representatives say of a setup: one organisation, one voice; it is shown beside a judgement, never mixed in."""
