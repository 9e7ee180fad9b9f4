"""At the desk: candidates accepted as statements, corrected or rejected."""
