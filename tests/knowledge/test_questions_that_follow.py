"""A question that another leads to reads as a second one, not as the same asked again."""

from petr_advisor.checking import load


def test_the_signing_of_a_state_contract_follows_its_perimeter() -> None:
    """The first says that signing does not matter yet; the second takes up the perimeter just given."""
    scale, signed = (load().facts[name].ask for name in ("contract.crte_scale", "contract.state_signed"))
    assert scale is not None
    assert signed is not None
    assert "signé ou non" in scale.text.fr
    assert "signed or not" in scale.text.en
    assert signed.text.fr.startswith("Sur ce périmètre")
    assert "déjà" in signed.text.fr
    assert signed.text.en.startswith("On that perimeter")
    assert "already" in signed.text.en
