"""The phrases of the catalogue about funding and about perimeters."""

from petr_advisor.knowledge.texts import Text


def _t(fr: str, en: str) -> Text:
    return Text(fr=fr, en=en)


MONEY: dict[str, Text] = {
    "funding": _t("Contrats et financements", "Contracts and funding"),
    "funding-text": _t(
        "Ce que la consultation établit sur les contrats, les fonds et les règles qui portent sur l'argent. Aucun "
        "montant n'est promis : un financeur décide librement, sauf texte contraire.",
        "What the consultation establishes about contracts, funds and the rules on money. No amount is promised: a "
        "funder is free to decide unless a text says otherwise.",
    ),
    "funding-not-asked": _t("Questions à poser pour un plan de financement", "Questions to ask for a funding plan"),
    "funding-not-asked-text": _t(
        "Cette consultation ne les a pas posées : le document ne dit donc rien des fonds eux-mêmes.",
        "This consultation did not ask them: the document therefore says nothing of the funds themselves.",
    ),
    "funding-partly-asked-text": _t("Cette consultation ne les a pas posées.", "This consultation did not ask them."),
    "funding-arguments": _t("Ce que la voie retenue change", "What the way retained changes"),
    "funding-steps": _t("Les actes qui portent sur l'argent", "The acts about money"),
    "funding-rules": _t("Règles qui portent sur l'argent", "Rules about money"),
    "duties-of-money-apart": _t(
        "Celles qui portent sur l'argent sont à la partie « Contrats et financements ».",
        "Those about money are in the part “Contracts and funding”.",
    ),
    "col-fund": _t("Contrat ou fonds", "Contract or fund"),
    "col-lacking": _t("Ce qui manque", "What is lacking"),
    "col-first": _t("Premier acte", "First act"),
    "retained-mark": _t("retenu", "retained"),
    "nothing-lacking": _t("rien", "nothing"),
    "labelled": _t("<label> : <value>", "<label>: <value>"),
    "perimeters": _t("Périmètres : le territoire et les SCoT", "Perimeters: the territory and the SCoTs"),
    "perimeters-not-asked": _t(
        "La question « <title> » n'a pas été posée ; elle dirait qui peut porter le SCoT.",
        "The question “<title>” was not asked; it would say who may bear the SCoT.",
    ),
    "picture-perimeters": _t(
        "Relation des périmètres (schéma, non une carte)", "Relation of the perimeters (a diagram, not a map)"
    ),
    "alt-perimeters": _t("<territory> : <relation>.", "<territory>: <relation>."),
    "perimeter-petr": _t("Périmètre du PETR", "Perimeter of the PETR"),
    "perimeter-territory": _t("Territoire des EPCI", "Territory of the EPCIs"),
    "perimeter-scot": _t("SCoT", "SCoT"),
    "perimeter-neighbour": _t("Autre PETR", "Another PETR"),
    "relation-none": _t("aucun SCoT ne s'y applique", "no SCoT applies there"),
    "relation-same": _t("un SCoT a exactement le même périmètre", "a SCoT has exactly the same perimeter"),
    "relation-wider": _t("un SCoT plus large le comprend tout entier", "a wider SCoT takes in the whole of it"),
    "relation-over_several": _t(
        "un SCoT plus large le comprend tout entier, avec un autre PETR",
        "a wider SCoT takes in the whole of it, and another PETR too",
    ),
    "relation-inside": _t("un SCoT plus petit est tout entier à l'intérieur", "a smaller SCoT lies wholly inside it"),
    "relation-several_inside": _t(
        "plusieurs SCoT sont tout entiers à l'intérieur", "several SCoTs lie wholly inside it"
    ),
    "relation-overlap": _t(
        "un SCoT en couvre une partie et s'étend au dehors", "a SCoT covers part of it and goes beyond it"
    ),
    "relation-partial": _t(
        "un ou plusieurs SCoT en couvrent une partie ; leur position exacte reste à dire",
        "one or more SCoTs cover part of it; how they lie exactly is still to be said",
    ),
}
"""Titles, columns and set phrases of funding and perimeters."""
