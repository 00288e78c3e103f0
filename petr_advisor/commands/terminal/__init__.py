"""What only a terminal is shown: loaded there, and nowhere else."""
