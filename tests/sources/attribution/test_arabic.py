"""Arabic puts speaker, verb and quotation in its own orders."""

import pytest

from .test_abroad import said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('قالت آدا ليند في المؤتمر: "لن يوقع أحد على هذه الورقة".', "آدا ليند"),
        ('وأكد أولي مور أن "الوقت قد فات على ذلك".', "أولي مور"),
    ],
)
def test_a_quotation_is_whose_the_verb_says(text, speaker):
    assert [who for who, _ in said(text, "ar")] == [speaker]


def test_words_picked_out_are_nobodys():
    assert said('تحدثت آدا ليند عن "الخبز" و"السمك".', "ar") == []
