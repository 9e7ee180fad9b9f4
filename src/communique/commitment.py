"""What terms of progress name, and how a speaker commits to it: the families and statuses that everything counts by."""

# A family's terms name something good for the talks (+) or something bad (-).
FAMILIES = {"breakthrough": "+", "progress": "+", "setback": "-", "deadlock": "-", "collapse": "-"}

CLAIMED, DENIED, OPEN, DOUBTED = STATUSES = ("claimed", "denied", "open", "doubted")
OFF = "off"  # the word speaks of something other than talks, and does not count
