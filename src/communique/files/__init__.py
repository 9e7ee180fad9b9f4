"""Files read and written whole: texts, tables and YAML with their lines, and changes that a crash cannot break."""
