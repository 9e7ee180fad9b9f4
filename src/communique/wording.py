"""Words that sentences, tables, charts and the desk share, so that one thing is called the same in each of them."""

# How a dimension moved between two rounds, by the arrow of `measures.agreed`: after its stage, and after its name.
MOVED = {"up": "advanced", "level": "held", "down": "went back", "mixed": "mixed", "none": "first reading"}
DID = MOVED | {"mixed": "sent mixed signals", "none": "entered"}
# How one coder sees a dimension, or a whole round, move: by the ``movement`` of assessments.csv.
MOVEMENTS = {-1: MOVED["down"], 0: MOVED["level"], 1: MOVED["up"]}
STEPS = {-1: "a step back", 0: "no movement", 1: "a step forward"}

# What became of an expectation.
OUTCOME_WORDS = {"met": "met", "partly": "met in part", "missed": "missed", "open": "still open"}
# How much an event weighs, by the ``weight`` of events.csv.
WEIGHTS = {1: "turning point", 2: "important", 3: "background"}
# What the status of a mention says of the thing named.
STATUSES = {
    "claimed": "it is so",
    "denied": "it is not so",
    "open": "not yet: hoped for, demanded, asked",
    "doubted": "held unlikely",
}
# What the families of terms name, good and bad.
ADVANCE = "breakthrough or progress"
SETBACK = "setback, deadlock or collapse"
# What a mention is about that is not counted with the round's own talks.
OBJECTS = {
    "another track": "another round or track",
    "truce": "the truce",
    "within a side": "relations within one side",
    "talks": "the talks",
}
