"""The sheet a report is printed on, in millimetres: the PDF is laid out on it, and charts are drawn to its text."""

SIZE = "a4"
WIDTH = 210
MARGIN = 30  # left and right
TEXT_WIDTH = WIDTH - 2 * MARGIN
