"""What if: how soon news travels, and what is lost with a role or an organisation (*övningar*)."""
