"""Which texts may bear witness about a rendering."""

from __future__ import annotations

from tqcheck.evidence.support.kinship import unfit

OWN = "The minister spoke to the news agency on Friday about the price of grain in the northern provinces."


def test_another_rendering_of_the_same_is_fit() -> None:
    assert (
        unfit(OWN, "On Friday the minister told reporters what grain costs in the provinces of the north.", "en") == ""
    )


def test_a_text_about_something_else_is_not() -> None:
    other = "Yesterday evening three swimmers crossed the cold river beside an old castle, cheered by hundreds."
    assert unfit(OWN, other, "en") == "it does not render the same article"


def test_a_text_in_another_language_is_named_by_it() -> None:
    french = "Le ministre a parlé vendredi à l'agence de presse du prix des céréales dans les provinces du nord."
    assert unfit(OWN, french, "en") == "it is in French"
    assert unfit(OWN, "部长周五向通讯社谈了北方各省的粮食价格。", "en") == "it is in Chinese"


def test_short_texts_are_given_the_benefit_of_the_doubt() -> None:
    assert unfit("Spring is here.", "Winter has gone.", "en") == ""
