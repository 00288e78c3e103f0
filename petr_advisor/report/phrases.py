"""The catalogue of phrases that reports add to the texts of the rule base, French and English side by side."""

from petr_advisor.knowledge.texts import Language, Text
from petr_advisor.report.phrases_of_layout import LAYOUT
from petr_advisor.report.phrases_of_money import MONEY
from petr_advisor.report.phrases_of_roadmap import ROADMAP


def phrase(key: str, language: Language, **fields: object) -> str:
    """Give a phrase, its fields filled in."""
    return fill(PHRASES[key].in_(language), **fields)


def fill(text: str, **fields: object) -> str:
    """Fill in the fields of a phrase; a field is only ever put in as it stands."""
    for name, value in fields.items():
        if name == "n" and isinstance(value, int):
            text = _number(text, value)
        text = text.replace(f"<{name}>", str(value))
    return text


def _number(text: str, value: int) -> str:
    """Choose between singular and plural, written « <one|several> »."""
    head, mark, rest = text.partition("<")
    out = head
    while mark:
        choice, _, tail = rest.partition(">")
        if "|" in choice:
            one, several = choice.split("|")
            out += one if abs(value) < 2 else several
        else:
            out += f"<{choice}>"
        head, mark, rest = tail.partition("<")
        out += head
    return out


def _t(fr: str, en: str) -> Text:
    return Text(fr=fr, en=en)


_ANSWERS = {
    "propose": _t("Il est proposé <what>", "It is proposed <what>"),
    "propose-title": _t("Proposition : <what>", "Proposal: <what>"),
    "decision-chosen": _t(
        "Voie choisie pendant la consultation : <option>.", "Way chosen during the consultation: <option>."
    ),
    "afterwards": _t("Après « <planned> » : « <option> ».", "After “<planned>”: “<option>”."),
    "decision-together": _t(
        "<n> voies viennent en tête et peuvent aller ensemble : <options>.",
        "<n> ways come first and may go together: <options>.",
    ),
    "decision-tied": _t(
        "<n> voies se valent en l'état du dossier : <options>. Le choix revient au conseil.",
        "<n> ways are of equal merit on the present file: <options>. The choice is for the council.",
    ),
    "decision-undecided": _t(
        "Le dossier ne permet pas encore de proposer une voie : des points restent à éclaircir.",
        "The file does not yet allow a way to be proposed: some points remain to be settled.",
    ),
    "decision-none": _t(
        "Aucune voie ne peut être proposée en l'état du dossier.", "No way can be proposed on the present file."
    ),
    "decision-conflict": _t(
        "Des réponses se contredisent : aucune voie n'est proposée tant qu'elles ne sont pas corrigées.",
        "Some answers contradict each other: no way is proposed until they are corrected.",
    ),
    "explain-open": _t(
        "Cette voie est ouverte dès aujourd'hui : les <n> conditions qui s'appliquent sont remplies.",
        "This way is open today: the <n> conditions that apply are met.",
    ),
    "explain-open-one": _t(
        "Cette voie est ouverte dès aujourd'hui : la condition posée par les textes est remplie.",
        "This way is open today: the condition set by law is met.",
    ),
    "explain-conditional": _t(
        "Cette voie s'ouvrira une fois réuni ce qui lui manque : <lacking>.",
        "This way will open once it has what it lacks: <lacking>.",
    ),
    "explain-closed": _t("Cette voie est fermée en l'état du dossier.", "This way is closed on the present file."),
    "explain-not-in-force": _t(
        "Cette voie n'existe pas à la date retenue.", "This way does not exist at the date of law."
    ),
    "explain-undetermined": _t(
        "Des points à éclaircir peuvent encore fermer cette voie.", "Points still to be settled may close this way."
    ),
    "explain-stay": _t(
        "Des changements sont possibles, mais aucun n'offre dans ce cas plus d'avantages que la situation présente.",
        "Changes are possible, but none offers more advantages here than the present situation.",
    ),
    "explain-tied": _t(
        "Rien dans les réponses ne les départage ; le tableau de comparaison dit ce qui les distingue.",
        "Nothing in the answers decides between them; the comparison table shows how they differ.",
    ),
    "explain-undecided": _t(
        "<option> viendrait en tête si les points suivants étaient favorables : <points>.",
        "<option> would come first if the following points turned out favourable: <points>.",
    ),
    "explain-meanwhile": _t(
        "En attendant, cette voie est ouverte : <option>.", "Meanwhile this way is open: <option>."
    ),
    "explain-rival": _t(
        "Réserve : <option> passerait devant si les points à éclaircir lui étaient favorables.",
        "Reservation: <option> would pass before it if the points to settle turned out in its favour.",
    ),
    "explain-settle": _t(
        "Les points à éclaircir sont donnés plus loin, avec l'endroit où trouver la réponse.",
        "The points to settle are given below, with where to find the answer.",
    ),
    "explain-none": _t(
        "Toutes les voies examinées sont fermées ; le tableau de comparaison dit pourquoi, et ce qui les ouvrirait.",
        "Every way examined is closed; the comparison table says why, and what could open them.",
    ),
    "explain-conflict": _t(
        "Les réponses à corriger sont indiquées dans ce document, qui ne conclut rien d'autre.",
        "The answers to correct are shown in this document, which concludes nothing else.",
    ),
    "explain-disputed": _t(
        "La réponse dépend toutefois d'un point de droit discuté : la lecture prudente a été suivie.",
        "The answer depends, however, on a disputed point of law: the prudent reading was followed.",
    ),
    "reason-open": _t(
        "Les textes l'ouvrent à ce territoire : <conditions>", "The law opens it to this territory: <conditions>"
    ),
    "reason-of-option": _t("« <option> » : <reason>", "“<option>”: <reason>"),
    "reason-closed": _t(
        "« <option> » est écartée : la condition « <lacking> » n'est pas remplie",
        "“<option>” is closed: the condition “<lacking>” is not met",
    ),
    "sure-verified": _t(
        "Réponse sûre : les textes sur lesquels elle repose ont été lus.", "Sure: the texts it rests on were read."
    ),
    "sure-secondary": _t(
        "Réponse assez sûre : un point au moins repose sur une source secondaire, à vérifier.",
        "Fairly sure: one point at least rests on a secondary source, to be checked.",
    ),
    "sure-recalled": _t(
        "Réponse à confirmer : un point au moins est cité de mémoire.",
        "To be confirmed: one point at least is cited from memory.",
    ),
    "sure-disputed": _t("Un point de droit discuté peut la changer.", "A disputed point of law may change it."),
    "sure-steps": _t(
        "Des étapes suivent la lecture prudente d'un point discuté.",
        "Some steps follow the prudent reading of a disputed point.",
    ),
    "sure-undetermined": _t("Des points à éclaircir peuvent la changer.", "Points still to be settled may change it."),
    "sure-nothing": _t("Aucune proposition n'est faite à ce stade.", "No proposal is made at this stage."),
    "cure-for": _t(
        "<cure>, pour remplir la condition « <lacking> »", "<cure>, so as to meet the condition “<lacking>”"
    ),
    "not-in-force": _t("n'existe pas à cette date (<period>)", "does not exist at this date (<period>)"),
}

_MATTERS = {
    "notice": _t(
        "Ce document est une aide à la décision. Il ne constitue pas une consultation juridique et n'engage ni l'État "
        "ni le représentant de l'État : faites vérifier les points signalés par la préfecture ou par votre conseil.",
        "This document is an aid to decision. It is not legal advice and binds neither the State nor its "
        "representative: have the points marked checked by the prefecture or by your counsel.",
    ),
    "no-name": _t("Territoire non nommé", "Unnamed territory"),
    "and-others": _t("et <n> <autre|autres>", "and <n> <other|others>"),
    "and": _t(" et ", " and "),
    "or": _t(" ou ", " or "),
    "months": _t("<n> mois", "<n> <month|months>"),
    "days": _t("<n> <jour|jours>", "<n> <day|days>"),
    "after": _t("<length> à compter de : <event>", "<length> from: <event>"),
    "edition": _t("édition lue : <year>", "edition read: <year>"),
    "for-members": _t("pour <n> membres", "for <n> members"),
    "why-list": _t(
        "Plusieurs conclusions en dépendent : donner la liste évite d'autres questions.",
        "Several conclusions depend on it: giving the list saves other questions.",
    ),
    "set-aside": _t("<origin> ; sans objet pour le moment", "<origin>; not applicable for the moment"),
    "left-out": _t(
        "Sans siège dans cette répartition, faute d'être un EPCI à fiscalité propre ou de population connue : <names>.",
        "Without a seat here, not being an own-tax EPCI or for want of a known population: <names>.",
    ),
    "seats-minimum-one": _t(
        "Un siège au moins pour chaque membre : la règle profite à <names>.",
        "One seat at least for each member: the rule benefits <names>.",
    ),
    "seats-half-cap": _t(
        "Aucun membre n'a plus de la moitié des sièges, soit <cap> sur <total> : le plafond joue pour <names>, et les "
        "sièges au-dessus du plafond vont aux autres.",
        "No member has more than half of the seats, that is <cap> of <total>: the cap applies to <names>, and the "
        "seats above it go to the others.",
    ),
    "seats-two-members-parity": _t(
        "À deux membres, chacun a la moitié des sièges.", "With two members, each has half of the seats."
    ),
    "seats-equal-averages": _t(
        "Le dernier siège se jouait à égalité de moyenne entre <names> : le plus peuplé l'emporte, puis l'ordre "
        "alphabétique.",
        "The last seat was a tie of averages between <names>: the more populous, then alphabetical order, prevails.",
    ),
    "effect-step": _t("étape prévue par prudence : <step>", "step taken out of prudence: <step>"),
    "effect": _t("<option> : <words>", "<option>: <words>"),
    "duty-holds": _t("il faudrait en outre : <duty>", "one would also have to: <duty>"),
    "duty-falls": _t("n'aurait plus lieu d'être : <duty>", "would no longer apply: <duty>"),
    "duty-may-hold": _t("il faudrait peut-être : <duty>", "one might have to: <duty>"),
    "version-undated": _t("Version non datée dans la base", "Version not dated in the rule base"),
    "version-none": _t("Aucune version connue à cette date", "No version known at this date"),
    "version-by": _t("<period> (<act>)", "<period> (<act>)"),
    "source-code-article": _t("Article de code", "Article of a code"),
    "source-law": _t("Loi", "Act"),
    "source-decree": _t("Décret", "Decree"),
    "source-circular": _t("Circulaire", "Circular"),
    "source-case-law": _t("Jurisprudence", "Case law"),
    "source-parliamentary-answer": _t("Réponse ministérielle", "Parliamentary answer"),
    "source-report": _t("Rapport", "Report"),
    "source-guide": _t("Guide", "Guide"),
    "source-press": _t("Presse", "Press"),
    "source-eu-regulation": _t("Règlement européen", "EU regulation"),
    "source-other": _t("Autre", "Other"),
}

_PICTURES = {
    "picture-options": _t("Les voies comparées", "The ways compared"),
    "picture-proof": _t("Ce qui fonde la réponse : <option>", "What the answer rests on: <option>"),
    "picture-shares": _t("Poids démographique des membres", "Share of the population by member"),
    "picture-seats": _t("Sièges avant et après le plafond de la moitié", "Seats before and after the cap of one half"),
    "picture-cut": _t("<title> (les <n> plus peuplés sur <all>)", "<title> (the <n> most populous of <all>)"),
    "alt-options": _t("Comparaison des voies. <rows>.", "Comparison of the ways. <rows>."),
    "alt-proof": _t(
        "Preuve de « <option> ». Conditions et réponses : <rows>.",
        "Proof of “<option>”. Conditions and answers: <rows>.",
    ),
    "alt-shares": _t(
        "Part de chaque membre dans la population : <rows>.", "Share of each member in the population: <rows>."
    ),
    "alt-seats": _t(
        "Sièges de chaque membre, avec un plafond de <cap> : <rows>.",
        "Seats of each member, with a cap of <cap>: <rows>.",
    ),
    "spoken-seats": _t(
        "<member>, <before> avant le plafond, <after> après", "<member>, <before> before the cap, <after> after"
    ),
    "legend-met": _t("condition remplie", "condition met"),
    "legend-unknown": _t("à trancher", "unknown"),
    "legend-unmet": _t("non remplie", "not met"),
    "legend-for": _t("+ arguments pour", "+ arguments for"),
    "legend-against": _t("− arguments contre", "− arguments against"),
    "legend-before": _t("avant le plafond", "before the cap"),
    "legend-after": _t("proposé", "proposed"),
    "count-met": _t("<n> <condition remplie|conditions remplies>", "<n> <condition|conditions> met"),
    "count-unknown": _t("<n> à trancher", "<n> unknown"),
    "count-unmet": _t("<n> non <remplie|remplies>", "<n> not met"),
    "count-for": _t("<n> <argument|arguments> pour", "<n> <argument|arguments> for"),
    "count-against": _t("<n> <argument|arguments> contre", "<n> <argument|arguments> against"),
    "people": _t("<n> habitants (<share>)", "<n> inhabitants (<share>)"),
    "seats-kept-lawful": _t(
        "La répartition retenue respecte ces règles.", "The distribution kept complies with these rules."
    ),
    "seats-kept-without": _t("Sans siège dans cette répartition : <names>.", "No seat in this distribution: <names>."),
    "seats": _t("<n> <siège|sièges>", "<n> <seat|seats>"),
    "cap": _t("plafond : <n>", "cap: <n>"),
    "half-population": _t("moitié de la population", "half of the population"),
    "graph-conclusion": _t("Conclusion", "Conclusion"),
    "graph-conditions": _t("Conditions", "Conditions"),
    "graph-answers": _t("Réponses et mesures", "Answers and measures"),
}

PHRASES: dict[str, Text] = {**_ANSWERS, **_MATTERS, **_PICTURES, **LAYOUT, **ROADMAP, **MONEY}
"""Every phrase, by key; « <name> » is a field, « <one|several> » a choice of number."""
