"""The data of a process: what its files may hold, what is wrong with them, and what they say, as frames."""
