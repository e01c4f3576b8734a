"""How many find room: units with places, and the way through them (*kapacitet*)."""
