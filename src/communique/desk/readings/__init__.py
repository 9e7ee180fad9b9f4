"""At the desk: a round read on the ladders, each coder blind to the other."""
