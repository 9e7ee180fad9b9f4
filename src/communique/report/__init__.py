"""A report planned and checked, run in a kernel, built in all its faces and published; its numbers and changes."""
