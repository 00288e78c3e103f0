"""What is run beside the program: the register, the examples, another Python."""
