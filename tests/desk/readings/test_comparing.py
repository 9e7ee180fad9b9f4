from communique.desk.readings.comparing import comparison


def test_two_readings_of_a_round_side_by_side(tiny):
    told = comparison(tiny, 3)

    assert (told["same"], told["cells"]) == (3, 4)
    assert [(cell["label"], [each["stage"] for each in cell["readings"]]) for cell in told["differ"]] == [
        ("Fishing rights", [2, 2]),  # in movement alone
        ("Trust", [2, 3]),
    ]
    assert [each["label"] for each in told["alpha"]] == ["Sluices", "Fishing rights", "Contact", "Trust"]
    assert [(each["same"], each["rounds"]) for each in told["alpha"]] == [(1.0, 2), (0.5, 2), (1.0, 2), (0.5, 2)]
    assert told["alpha"][2]["alpha"] is None  # nothing varies


def test_a_round_nobody_read_has_nothing_to_compare(tiny):
    told = comparison(tiny, 2)

    assert (told["same"], told["cells"], told["differ"]) == (0, 0, [])
