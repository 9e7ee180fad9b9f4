"""Names, aliases and offices lead to actors; what several could mean is narrowed or stays open."""
# ruff: noqa: E501 - a table of cases reads best one to a line

from datetime import date

import pandas as pd
import pytest

from communique.sources.actors import Identifier, Register

ROWS = [
    ("staffan-de-mistura", "Staffan de Mistura", "UN Special Envoy for Syria", "mediator", ("De Mistura", "UN envoy", "Special Envoy for Syria"), "2014-07-10", "2018-12-31"),
    ("lakhdar-brahimi", "Lakhdar Brahimi", "Joint Special Representative", "mediator", ("Brahimi", "UN envoy"), "2012-09-01", "2014-05-31"),
    ("de-mistura-office", "Office of the envoy", "office", "mediator", ("De Mistura's office",), "", ""),
    ("antonio-guterres", "António Guterres", "UN Secretary-General", "un", ("Guterres", "UN Secretary-General"), "2017-01-01", ""),
    ("omran-al-zoubi", "Omran al-Zoubi", "Information Minister of Syria", "government", ("Zoubi", "al-Zoubi"), "", ""),
    ("asaad-al-zoubi", "Asaad al-Zoubi", "Head of the delegation", "opposition", ("Zoubi", "al-Zoubi"), "", ""),
    ("donald-trump", "Donald Trump", "President of the United States", "third_state", ("Trump", "US president"), "2017-01-20", "2021-01-20"),
    ("barack-obama", "Barack Obama", "President of the United States", "third_state", ("Obama", "US president"), "2009-01-20", "2017-01-20"),
    ("sergei-lavrov", "Sergei Lavrov", "Foreign Minister of Russia", "guarantor", ("Lavrov", "Russian foreign minister"), "2004-03-09", ""),
]  # fmt: skip
COLUMNS = ["actor_id", "name", "role", "side", "aliases", "active_from", "active_to"]
REGISTER = Register.of(pd.DataFrame(ROWS, columns=COLUMNS))


def who(surface: str, day: date | None = date(2017, 7, 15)) -> str:
    return Identifier(REGISTER, day).identify(surface).actor


@pytest.mark.parametrize(
    ("surface", "actor"),
    [
        ("Staffan de Mistura", "staffan-de-mistura"),
        ("De Mistura", "staffan-de-mistura"),
        ("MR. DE MISTURA", "staffan-de-mistura"),
        ("Staffan de Mistura, a special envoy of the UN Secretary General", "staffan-de-mistura"),
        ("U.N. envoy Staffan de Mistura", "staffan-de-mistura"),
        ("the U.N. Special Envoy for Syria", "staffan-de-mistura"),
        ("Antonio Guterres", "antonio-guterres"),
        ("Russia's Foreign Minister Sergei Lavrov", "sergei-lavrov"),
        ("Russian Foreign Minister Lavrov", "sergei-lavrov"),
        ("De Mistura’s office", "de-mistura-office"),
        ("President Trump", "donald-trump"),
        ("The United Nations envoy for Syria Staffan de Mistura", "staffan-de-mistura"),
        ("Head of the delegation to the talks Dr. Asaad al-Zoubi", "asaad-al-zoubi"),
    ],
)
def test_a_surface_leads_to_its_actor(surface, actor):
    assert who(surface) == actor


@pytest.mark.parametrize(
    "surface",
    [
        "De Mistura's deputy",
        "a spokesman for De Mistura",
        "a spokesman for Staffan de Mistura",
        "a spokesman for UN envoy Staffan de Mistura",
        "an aide to President Donald Trump",
        "Ivanka Trump",
        "the Trump administration",
        "a Western diplomat",
        "He",
        "",
    ],
)
def test_others_are_not_mistaken_for_an_actor(surface):
    assert who(surface) == ""


def test_an_office_is_told_by_its_date():
    assert who("the UN envoy") == "staffan-de-mistura"
    assert who("the UN envoy", date(2014, 2, 1)) == "lakhdar-brahimi"
    assert who("the US president", date(2016, 5, 1)) == "barack-obama"
    assert who("the UN envoy", None) == ""
    assert who("the UN envoy", date(2019, 5, 1)) == ""


def test_a_shared_name_is_told_by_its_side_or_by_who_was_named_or_stays_open():
    assert who("Zoubi") == ""
    assert set(Identifier(REGISTER).identify("Zoubi").candidates) == {"omran-al-zoubi", "asaad-al-zoubi"}
    assert who("opposition negotiator Zoubi") == "asaad-al-zoubi"
    reading = Identifier(REGISTER, date(2014, 2, 1))
    reading.identify("Omran al-Zoubi")
    assert reading.identify("Zoubi").actor == "omran-al-zoubi"


def test_the_minister_is_the_one_named_before():
    reading = Identifier(REGISTER)
    assert reading.identify("the minister").actor == ""
    reading.identify("Sergei Lavrov")
    assert reading.identify("the minister").actor == "sergei-lavrov"
    reading.identify("Omran al-Zoubi")
    assert Identifier(REGISTER).identify("the minister").actor == ""
