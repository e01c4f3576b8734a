"""What in a file may be about a person (*integritet*): found by its look, and told with its place."""
