"""A question that another leads to reads as a second one, not as the same asked again."""

from petr_advisor.checking import load


def test_the_signing_of_a_state_contract_follows_its_perimeter() -> None:
    """The first says that signing does not matter yet; the second takes up the perimeter just given."""
    base = load()
    scale, signed = (base.facts[name].ask for name in ("contract.crte_scale", "contract.state_signed"))
    assert scale is not None
    assert signed is not None
    assert "signé ou non" in scale.text.fr
    assert "signed or not" in scale.text.en
    line = base.line_of["contract.crte_scale"].label
    assert line is not None
    assert "signé ou non" in line.fr
    assert "signed or not" in line.en
    assert signed.text.fr.startswith("Sur ce périmètre")
    assert "déjà" in signed.text.fr
    assert signed.text.en.startswith("On that perimeter")
    assert "already" in signed.text.en


def test_no_name_of_the_option_has_a_contract_in_place_that_may_not_be_signed() -> None:
    """The perimeter being settled, the conclusions spoke of a contract « en place », then asked if it was signed."""
    option = load().options["crte-petr"]
    assert not any("en place" in name.title.fr for name in option.titled)
    assert not any("in place" in name.title.en for name in option.titled)
