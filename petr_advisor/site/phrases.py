"""The phrases that the site adds to the texts of the rule base, French and English side by side."""

from petr_advisor.knowledge.texts import Language, Text
from petr_advisor.report.phrases import PHRASES as OF_REPORTS
from petr_advisor.report.phrases import fill
from petr_advisor.site.phrases_of_lists import OF_LISTS


def _t(fr: str, en: str) -> Text:
    return Text(fr=fr, en=en)


_LAW = {
    "in-force": _t("En vigueur", "In force"),
    "usable": _t("L'acte peut être fait", "The act may be done"),
    "sureness": _t("Degré de certitude", "How sure this is"),
    "topic": _t("Sujet", "Subject"),
    "aliases": _t("Autres identifiants", "Other identifiers"),
    "to-check": _t("À vérifier", "To check"),
    "to-know": _t("À savoir", "To know"),
    "sources": _t("Où c'est écrit", "Where it is written"),
    "version": _t("version", "version"),
    "read-at": _t("Texte consulté sur", "Text consulted on"),
    "where-to-read": _t("Où le lire", "Where to read it"),
    "no-address": _t(
        "Aucune adresse n'est connue : le chercher par son nom sur Légifrance ou au Journal officiel.",
        "No address is known: look it up by its name on Légifrance or in the Journal officiel.",
    ),
    "versions": _t("Versions successives de la norme", "Successive versions of the norm"),
    "this-version": _t("cette version", "this version"),
    "text-versions": _t("Versions du texte", "Versions of the text"),
    "text-kind": _t("Nature", "Nature"),
    "norms-drawn": _t("Normes qu'on en tire", "Norms drawn from it"),
    "disputed": _t("Points discutés", "Disputed points"),
    "encoded": _t("Ce qui l'applique dans le programme", "What applies it in the program"),
    "asked-with": _t("Questions à côté desquelles elle est montrée", "Questions beside which it is shown"),
    "tested-by": _t(
        "<Scénario qui l'éprouve|Scénarios qui l'éprouvent>",
        "<Scenario that tests it|Scenarios that test it>",
    ),
    "not-tested": _t("Aucun scénario ne l'éprouve.", "No scenario tests it."),
    "law": _t("Ce que dit le droit", "What the law says"),
    "prudent-course": _t("Conduite prudente", "Prudent course"),
    "whom-to-ask": _t("Qui interroger", "Whom to ask"),
    "readings": _t("Lectures possibles", "Possible readings"),
    "prudent": _t("Lecture suivie par prudence", "Reading followed as prudent"),
    "other-reading": _t("Autre lecture", "Other reading"),
    "held-by": _t("Soutenue par", "Held by"),
    "makes-sense": _t("N'a de sens que", "Makes sense only"),
    "turns-on": _t("Ce qui en dépend", "What turns on it"),
}

_RULES = {
    "duty-kind": _t("Nature", "Nature"),
    "who": _t("Qui", "Who"),
    "majority": _t("Majorité", "Majority"),
    "within": _t("Durée", "Time needed"),
    "deadline": _t("Échéance", "By when"),
    "silence": _t("Silence", "Silence"),
    "documents": _t("Documents à produire", "Documents to produce"),
    "otherwise": _t("Sinon", "Otherwise"),
    "precaution": _t("Précaution", "Precaution"),
    "about": _t("Question", "Question"),
    "on-the-way-of": _t("Sur le chemin de", "On the way to"),
    "for-each": _t("S'applique à chacun de", "Applied to each of"),
    "law-at": _t("Droit lu à la date", "Law read at the date"),
    "exists": _t("Existe", "Exists"),
    "when": _t("Quand", "When"),
    "always": _t("Toujours, tant que ses normes sont en vigueur.", "Always, as long as its norms are in force."),
    "unless": _t("Sauf si", "Unless"),
    "then": _t("Ce qu'elle conclut", "What it concludes"),
    "before": _t(
        "En amont : ce qui conclut ou établit ces faits", "Upstream: what concludes or establishes these facts"
    ),
    "after-it": _t("En aval : ce qui lit ses conclusions", "Downstream: what reads its conclusions"),
    "available-when": _t("Possible quand", "Available when"),
    "makes": _t("Ce qu'il établit", "What it establishes"),
    "removes": _t("Membres qui sortent", "Members that leave"),
    "mends": _t("Conditions qu'il remplit", "Requirements it makes met"),
    "impossible": _t("Réponses qui ne vont pas ensemble", "Answers that do not go together"),
    "clause-all": _t("Toutes ces conditions :", "All of these:"),
    "clause-any": _t("L'une au moins de ces conditions :", "At least one of these:"),
    "by": _t("au plus tard le <day>", "by <day>"),
    "after": _t("après :", "after:"),
    "advice": _t("conseil, non obligation", "advice, not law"),
}

_CHOICES = {
    "answers": _t("Répond à", "Answers"),
    "routes": _t("Voies possibles", "Possible options"),
    "staying": _t("Rester comme on est", "Staying as you are"),
    "tables": _t("Tableau de choix", "Choice table"),
    "reads-choice": _t("Ce qui dépend de ce choix", "What depends on this choice"),
    "rules-about": _t("Règles propres à cette question (<n>)", "Rules of this question (<n>)"),
    "requires": _t("Conditions", "Requirements"),
    "no-requirement": _t("Aucune : cette voie est toujours ouverte.", "None: this option is always open."),
    "all-required": _t(
        "Toutes doivent être remplies ; un remède peut en remplir une qui manque.",
        "All must be met; a cure can make one that is missing met.",
    ),
    "shared": _t("Conditions communes à plusieurs voies", "Requirements shared by several options"),
    "users": _t("Voies qui les demandent", "Options that ask for them"),
    "cures": _t("Remèdes si elle manque :", "Cures if it is missing:"),
    "instead": _t("Autres voies si elle manque :", "Other options if it is missing:"),
    "written": _t("Texte :", "Text:"),
    "merits": _t("Pour et contre", "For and against"),
    "for": _t("Pour", "For"),
    "against": _t("Contre", "Against"),
    "if": _t("Si :", "If:"),
    "steps": _t("Étapes", "Steps"),
    "steps-text": _t("Dans cet ordre.", "In this order."),
    "only-if": _t("Seulement si :", "Only if:"),
    "needless-if": _t("Inutile si :", "Needless if:"),
    "duties": _t("Obligations, facultés et risques sur ce chemin (<n>)", "Duties, powers and risks on this way (<n>)"),
    "rows": _t("Cas du tableau de choix qui y mènent", "Cases of the choice table that lead to it"),
    "look-at": _t("Voies à regarder, dans cet ordre :", "Options to look at, in this order:"),
    "group-title": _t("Conditions communes « <name> »", "Shared requirements “<name>”"),
    "table-title": _t("Tableau de choix — <question>", "Choice table — <question>"),
    "table-text": _t(
        "Une voie qu'aucun cas ne nomme n'est pas recommandée ; quand deux cas se présentent, les deux sont montrés.",
        "An option that no case names is not recommended; when two cases arise, both are shown.",
    ),
}

_FACTS = {
    "term": _t("Terme de droit", "Term of law"),
    "where": _t("Où trouver la réponse", "Where to find the answer"),
    "why": _t("Pourquoi elle compte", "Why it matters"),
    "given-by": _t("Qui la donne", "Who gives it"),
    "value-type": _t("Réponse attendue", "Answer expected"),
    "bounds": _t("Limites", "Limits"),
    "from-value": _t("à partir de <value>", "from <value>"),
    "to-value": _t("jusqu'à <value>", "up to <value>"),
    "values": _t("Réponses possibles", "Possible answers"),
    "applies": _t("N'a de sens que si", "Makes sense only if"),
    "closed": _t(
        "Faux dès qu'aucune règle ne peut plus l'établir.", "False as soon as no rule can still establish it."
    ),
    "summary": _t("Comment elle se mesure", "How it is measured"),
    "where-entity": _t("qui remplissent :", "that meet:"),
    "among": _t("parmi ceux qui remplissent :", "among those that meet:"),
    "concluded-by": _t("Règles qui la concluent", "Rules that conclude it"),
    "established-by": _t("Remèdes qui l'établissent", "Cures that establish it"),
    "read-by": _t("Ce qui la lit", "What reads it"),
    "actor-duties": _t("Obligations, facultés, interdictions et risques", "Duties, powers, prohibitions and risks"),
    "actor-cures": _t("Remèdes", "Cures"),
    "actor-steps": _t("Étapes", "Steps"),
    "decided": _t("Ce qui se décide ainsi", "What is decided so"),
    "origin-user": _t("la personne interrogée", "the person asked"),
    "origin-register": _t("le registre des EPCI", "the register of EPCIs"),
    "origin-measure": _t("une mesure", "a measurement"),
    "origin-calendar": _t("la date du droit", "the date of law"),
    "origin-rule": _t("une règle", "a rule"),
    "type-yes_no": _t("oui ou non", "yes or no"),
    "type-one_of": _t("l'une des réponses ci-dessous", "one of the answers below"),
    "type-count": _t("un nombre entier", "a whole number"),
    "type-amount": _t("une somme en euros", "a sum in euros"),
    "type-fraction": _t("une part, en fraction exacte", "a share, as an exact fraction"),
    "type-date": _t("un jour", "a day"),
    "type-text": _t("un texte", "a text"),
    "type-list": _t("une liste", "a list"),
    "measure-count": _t("Nombre dans la liste", "Number in the list"),
    "measure-every": _t("Vrai de tous, dans la liste", "True of all, in the list"),
    "measure-some": _t("Vrai de l'un au moins, dans la liste", "True of one at least, in the list"),
    "measure-share_of_count": _t("Part de la liste", "Share of the list"),
    "measure-share_of": _t("Part du total de", "Share of the total of"),
    "measure-largest_share": _t("Plus grande part du total de", "Largest share of the total of"),
    "measure-total": _t("Somme de", "Sum of"),
}

_CASES = {
    "as-of": _t("Date du droit", "Date of law"),
    "asks": _t("Questions posées", "Questions asked"),
    "origin": _t("D'où vient le cas", "Where the case comes from"),
    "origin-real-case": _t("cas réel", "real case"),
    "origin-official-answer": _t("réponse officielle", "official answer"),
    "replay": _t("Le rejouer", "Replay it"),
    "members": _t("Membres", "Members"),
    "answered": _t("Réponses données", "Answers given"),
    "variants": _t("Le même cas autrement", "The same case otherwise"),
    "follows": _t("Ce qui s'ensuit", "What follows"),
    "follows-text": _t(
        "Vérifié à chaque changement des règles ; la commande ci-dessus montre tout ce qui s'ensuit.",
        "Checked at every change of the rules; the command above shows all that follows.",
    ),
    "follows-options": _t("Voies", "Options"),
    "follows-requirements": _t("Conditions", "Requirements"),
    "follows-cures": _t("Remèdes", "Cures"),
    "follows-duties": _t("Obligations, facultés et risques", "Duties, powers and risks"),
    "follows-deadlines": _t("Échéances", "Deadlines"),
    "follows-facts": _t("Faits déduits ou mesurés", "Facts derived or measured"),
    "follows-ranking": _t("Voies dans cet ordre", "Options in this order"),
    "follows-disputed": _t(
        "Points discutés qui changent une voie ou une obligation", "Disputed points that change an option or a duty"
    ),
    "follows-norms": _t("Normes que la preuve cite", "Norms that the proof cites"),
    "follows-readings": _t("Selon une autre lecture", "Under another reading"),
    "follows-conflicts": _t("Réponses qui se contredisent", "Answers that contradict each other"),
    "follows-asked": _t("Questions qui doivent être posées", "Questions that must be asked"),
    "follows-never-asked": _t("Questions qui ne doivent pas l'être", "Questions that must not be asked"),
    "no-point": _t("aucun", "none"),
    "cure-available": _t("possible", "available"),
    "cure-unavailable": _t("impossible", "unavailable"),
    "cure-unknown": _t("à trancher", "unknown"),
    "duty-established": _t("établie", "established"),
    "duty-presumed": _t("présumée : une exception reste à vérifier", "presumed: an exception is still to be checked"),
    "duty-absent": _t("absente", "absent"),
}

PHRASES: dict[str, Text] = {**_LAW, **_RULES, **_CHOICES, **_FACTS, **_CASES, **OF_LISTS}


def phrase(key: str, language: Language, **fields: object) -> str:
    """Give a phrase of the site, or one that it shares with reports."""
    return fill((PHRASES.get(key) or OF_REPORTS[key]).in_(language), **fields)
