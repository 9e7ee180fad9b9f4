"""What a report draws on, gathered once: one round's facts, the whole process's, and a comparison of two rounds."""
