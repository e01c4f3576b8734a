"""A collaboration as public pages (*webbsidor*): plain HTML that needs no script and asks nothing of anybody else."""
