"""The sheet a report is printed on, in millimetres: faces on paper are laid out on it, and charts drawn to its text."""

SIZE = "a4"
WIDTH, HEIGHT = 210, 297
MARGIN = 30  # left and right
TOP, BOTTOM = 22, 20
TEXT_WIDTH = WIDTH - 2 * MARGIN
TEXT_HEIGHT = HEIGHT - TOP - BOTTOM
