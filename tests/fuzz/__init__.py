"""Fuzzing: `python -m tests.fuzz --inputs N --seed S` changes minutes of every format and reads them."""
