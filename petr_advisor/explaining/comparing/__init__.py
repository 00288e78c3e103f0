"""What differs between two consultations, and which norms make the difference."""
