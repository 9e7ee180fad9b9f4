"""What is read of imports is what Python would import, and what is made of it holds for any graph."""

from .imports import circles, floors, imports, modules, without_detours


def test_imports_are_read_as_python_would(tmp_path):
    package = tmp_path / "house"
    (package / "hall").mkdir(parents=True)
    (package / "__init__.py").write_text("def late():\n    from house.hall import door\n")
    (package / "hall" / "__init__.py").write_text("")
    (package / "hall" / "door.py").write_text("import house.hall.key\nfrom house.hall.key import TURN\nimport os\n")
    (package / "hall" / "key.py").write_text("'''import house'''\nTURN = 1\n")

    assert modules(package) == {
        "house": package / "__init__.py",
        "house.hall": package / "hall" / "__init__.py",
        "house.hall.door": package / "hall" / "door.py",
        "house.hall.key": package / "hall" / "key.py",
    }
    assert imports(package) == {
        "house": {"house.hall.door"},
        "house.hall": set(),
        "house.hall.door": {"house.hall.key"},
        "house.hall.key": set(),
    }


def test_circles_floors_and_detours_of_a_graph():
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"d"}}) == [["b", "c"], ["d"]]
    assert floors({"a": {"b", "c"}, "b": {"c"}, "c": set(), "d": {"c"}}) == {"c": 0, "b": 1, "d": 1, "a": 2}
    assert without_detours({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == {"a": {"b"}, "b": {"c"}, "c": set()}
