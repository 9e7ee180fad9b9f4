"""Dimensions and sides of a process are what measures and charts ask for."""

from communique.measures.subjects import ColouredSide, LadderedDimension


def _asked(protocol):
    """The names a protocol asks for."""
    return set(protocol.__annotations__) | {
        name for name in vars(protocol) if isinstance(vars(protocol)[name], property)
    }


def test_a_process_has_what_is_asked_of_its_dimensions_and_sides(tiny):
    assert _asked(LadderedDimension) == {"id", "name", "label", "ladder"}
    assert _asked(ColouredSide) == {"name", "label", "colour"}
    for each in tiny.ladders.values():
        assert [name for name in _asked(LadderedDimension) if not getattr(each, name)] == []
    for each in tiny.sides.values():
        assert [name for name in _asked(ColouredSide) if not getattr(each, name)] == []
