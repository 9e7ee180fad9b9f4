"""Members of a parliament are known by the brackets behind a name on a line of its own."""
# ruff: noqa: E501 - a table of cases reads best one to a line

from .test_labels import turns


def test_members_stand_on_lines_of_their_own():
    text = "Debate\n\nThe Secretary of State (Mr Ole Moor)\nWe met.\n\nAda Lind (Northgate) (Lab)\nIn vain.\n\nMr Moor\nNot so."
    assert [(who, said) for who, said, _ in turns(text)] == [
        ("Mr Ole Moor", "We met."),
        ("Ada Lind", "In vain."),
        ("Mr Moor", "Not so."),
    ]
    assert turns("Ada Lind\nThe round is over.\n\nMr Moor\nIt is not.") == []


def test_a_page_names_them_twice_and_its_furniture_is_nobodys():
    text = "Ada Lind Portrait Ada Lind (Northgate) (Lab)\n- Hansard - - - Excerpts\n\nIn vain.\n\nOle Moor Portrait The Minister (Ole Moor)\n- Hansard\n\nNot so."
    assert [(who, said) for who, said, _ in turns(text)] == [("Ada Lind", "In vain."), ("Ole Moor", "Not so.")]
