import pytest

from tqcheck.lang.cognates import cognates, fold, romanise


def shared(one, other):
    a, b = cognates(one), cognates(other)
    return (set(a.units) & set(b.units)) | (set(a.names) & set(b.names))


def test_figures_are_units_without_their_separators():
    assert set(cognates("12,500 and 7.").units) >= {"12500", "7"}


def test_related_words_meet_in_their_first_letters_whatever_their_accents():
    assert shared("Die nationalen Präsidenten", "les nations du président: Prasident") >= {"nation", "prasid"}


def test_accents_are_folded_and_other_scripts_left_alone():
    assert fold("Łódź, Ångström, øl, 北京, Москва") == "Lodz, Angstrom, ol, 北京, Москва"


@pytest.mark.parametrize(
    ("native", "english"),
    [("Владимир", "Vladimir"), ("Самара", "Samara"), ("محمد", "Muhammad"), ("トヨタの", "Toyota"), ("Αθήνα", "Athina")],
)
def test_names_in_other_scripts_meet_their_english_form(native, english):
    assert set(cognates(native).names) & set(cognates(english).names)


def test_words_that_are_not_capitalised_are_no_names_where_the_script_has_capitals():
    assert cognates("река течёт").names == {}
    assert cognates("река").units == {"reka": frozenset({"reka"})}


def test_romanised_is_lower_case_latin_letters_only():
    assert romanise("Чайковский") == "chaykovskiy"


def test_nothing_comes_of_nothing():
    assert cognates("").units == {} and cognates("…！").names == {}
