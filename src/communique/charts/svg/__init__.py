"""Charts as SVG: letters and lines of one page made alike, ids of its own, nothing that moves or loads."""
