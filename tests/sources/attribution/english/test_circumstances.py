"""Whom one tells, where and when stand between a verb and what is said, and are no part of it."""

import pytest

from ..conftest import said


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The envoy told reporters the truce held.", "the truce held"),
        ("The envoy told reporters in Lerwick on Friday the truce held.", "the truce held"),
        ("The envoy told him that the truce held.", "the truce held"),
        ("The envoy said in Lerwick on Friday the truce held.", "the truce held"),
        ("The envoy said by telephone the town was calm.", "the town was calm"),
        ("The envoy said on Friday that the truce held.", "the truce held"),
        # What looks like a circumstance, and is what was said.
        ("The envoy said at least forty people had left.", "at least forty people had left"),
        ("The envoy said the ferry in Lerwick had left.", "the ferry in Lerwick had left"),
    ],
)
def test_what_is_said_begins_behind_the_circumstances(text, content):
    assert [each for _, _, each in said(text)] == [content]
