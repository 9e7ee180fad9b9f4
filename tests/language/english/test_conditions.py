import pytest


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Without a truce there is no [progress].", "open"),
        ("There is no [progress], and they left without a word.", "denied"),
        ("Lack of [progress] on one file could hold up all.", "open"),
        ("The lack of [progress] on one file could hold up all.", "denied"),
        ("Lack of [progress] held up all.", "denied"),
        ("Without any [progress] a third round would be a waste of time.", "open"),
    ],
)
def test_what_is_only_supposed_is_open(sentence, status, marked):
    assert marked(sentence).status == status
