import pytest

from communique.desk.statements import naming


def rows(*ids):
    return [{"statement_id": id_, "round": id_[1:].partition("-")[0]} for id_ in ids]


@pytest.mark.parametrize(
    ("ids", "round_", "expected"),
    [
        (("G7-001", "G7-105", "G7-L14", "G6-009"), "7", "G7-106"),
        (("G7-001", "G6-009"), "10", "G10-001"),
        (("O1-01", "O3-06"), "3", "O3-07"),
        ((), "1", "S1-001"),
        (("oddity",), "2", "S2-001"),
        (("G1-999", "G1-1000"), "1", "G1-1001"),
    ],
)
def test_a_statement_is_numbered_in_the_manner_of_its_process(ids, round_, expected):
    assert naming.statement_id(rows(*ids), round_) == expected


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        (set(), "S-orrinpost-20300514a"),
        ({"S-orrinpost-20300514a"}, "S-orrinpost-20300514b"),
        ({f"S-orrinpost-20300514{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"}, "S-orrinpost-20300514z-2"),
    ],
)
def test_a_source_is_called_by_publisher_and_day(taken, expected):
    assert naming.source_id(taken, "Orrin Post", "2030-05-14") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Wilma Hode", "wilma-hode"),
        ("Antônio O’Brien-Šas", "antonio-obrien-sas"),
        ("دي ميستورا", "actor"),
        ("NA", "na-2"),
    ],
)
def test_an_actor_is_called_by_name(name, expected):
    assert naming.actor_id({"na"}, name) == expected


@pytest.mark.parametrize(
    ("surface", "name", "role"),
    [
        ("Nils Holm of the ferry workers", "Nils Holm", "ferry workers"),
        ("Foreign Minister Walid al-Moallem", "Walid al-Moallem", "Foreign Minister"),
        ("UN envoy Staffan de Mistura", "Staffan de Mistura", "UN envoy"),
        ("the opposition negotiator Nasr al-Hariri", "Nasr al-Hariri", "opposition negotiator"),
        ("Wilma Hode, head of the guild", "Wilma Hode", "head of the guild"),
        ("The former minister, Oswin Pryce", "Oswin Pryce", "former minister"),
        ("Mr Oswin Pryce", "Oswin Pryce", ""),
        ("Wilma Hode", "Wilma Hode", ""),
        ("the Council of Ministers", "Council of Ministers", ""),
        ("High Negotiations Committee", "High Negotiations Committee", ""),
        ("Hode", "Hode", ""),
        ("", "", ""),
    ],
)
def test_a_name_and_what_else_is_said_of_its_bearer_are_told_apart(surface, name, role):
    assert naming.name_and_role(surface) == (name, role)


def test_ids_that_end_in_a_number_go_on():
    assert naming.numbered(["EG-01", "EG-79", "EX-2", "odd"], "E-01") == "EG-80"
    assert naming.numbered([], "E-01") == "E-01"
