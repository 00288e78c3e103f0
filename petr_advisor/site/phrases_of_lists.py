"""The phrases of the home page, of the lists, of the search and of what frames every page."""

from petr_advisor.knowledge.texts import Text


def _t(fr: str, en: str) -> Text:
    return Text(fr=fr, en=en)


OF_LISTS: dict[str, Text] = {
    "site-name": _t("Le droit des PETR", "The law of PETRs"),
    "site-title": _t("Le droit des PETR, règle par règle", "The law of PETRs, rule by rule"),
    "site-text": _t(
        "Ce que le programme petr-advisor sait du droit des pôles d'équilibre territorial et rural : chaque norme avec "
        "son texte et sa période, ce qui l'applique, et les cas qui l'éprouvent.",
        "What the program petr-advisor knows of the law of territorial and rural balance clusters: each norm with its "
        "text and its period, what applies it, and the cases that test it.",
    ),
    "notice-title": _t("Ceci n'est pas un conseil juridique", "This is not legal advice"),
    "notice": _t(
        "Information générale : chaque norme dit sa sûreté et ce qui reste à vérifier. Avant d'agir, interroger la "
        "préfecture ou un avocat.",
        "General information: each norm says how sure it is and what remains to be checked. Before acting, ask the "
        "prefecture or a lawyer.",
    ),
    "key-questions": _t("Par question", "By question"),
    "browse": _t("Par liste", "By list"),
    "level-verified": _t("le texte lui-même a été lu.", "the text itself was read."),
    "level-secondary": _t(
        "un guide, un commentaire ou une traduction a été lu ; la page dit quoi vérifier.",
        "a guide, a commentary or a translation was read; the page says what to check.",
    ),
    "level-recalled": _t(
        "la norme est citée de mémoire ; la page dit quoi confirmer.",
        "the norm is cited from memory; the page says what to confirm.",
    ),
    "home": _t("Accueil", "Home"),
    "list-norms": _t("Normes", "Norms"),
    "list-sources": _t("Textes et sources", "Texts and sources"),
    "list-options": _t("Voies", "Options"),
    "list-rules": _t("Règles", "Rules"),
    "list-cures": _t("Remèdes", "Cures"),
    "list-disputed": _t("Points discutés", "Disputed points"),
    "list-facts": _t("Faits et questions", "Facts and questions"),
    "list-actors": _t("Qui agit", "Who acts"),
    "list-scenarios": _t("Scénarios", "Scenarios"),
    "list-shared": _t("Conditions communes et tableaux de choix", "Shared requirements and choice tables"),
    "majorities": _t("Majorités", "Majorities"),
    "about-norms": _t("une idée juridique chacune, par sujet", "one legal idea each, by subject"),
    "about-sources": _t("articles, lois, arrêts, réponses, guides", "articles, acts, judgments, answers, guides"),
    "about-options": _t("les réponses possibles à chaque question", "the possible answers to each question"),
    "about-rules": _t("ce qui découle des faits", "what follows from the facts"),
    "about-cures": _t("les actes qui remplissent une condition", "the acts that make a requirement met"),
    "about-disputed": _t("les points de droit que rien ne tranche", "the points of law that nothing settles"),
    "about-facts": _t("ce que les règles lisent, et comment on le demande", "what rules read, and how it is asked"),
    "about-actors": _t(
        "conseils, préfet, comités, et leurs majorités", "councils, prefect, committees, and majorities"
    ),
    "about-scenarios": _t("les cas qui éprouvent les règles", "the cases that test the rules"),
    "rules-deriving": _t("Faits déduits", "Facts derived"),
    "every-question": _t("toutes les questions", "all questions"),
    "facts-asked": _t("Questions posées", "Questions asked"),
    "conflicts": _t("Réponses qui ne vont pas ensemble", "Answers that do not go together"),
    "folder": _t("Dossier <name>", "Folder <name>"),
    "kind-norm": _t("Norme", "Norm"),
    "kind-source": _t("Source", "Source"),
    "kind-rule": _t("Règle", "Rule"),
    "kind-option": _t("Voie", "Option"),
    "kind-group": _t("Conditions communes", "Shared requirements"),
    "kind-cure": _t("Remède", "Cure"),
    "kind-disputed": _t("Point discuté", "Disputed point"),
    "kind-question": _t("Question clé", "Key question"),
    "kind-table": _t("Tableau de choix", "Choice table"),
    "kind-conflict": _t("Contradiction", "Contradiction"),
    "kind-fact": _t("Fait", "Fact"),
    "kind-scenario": _t("Scénario", "Scenario"),
    "kind-actor": _t("Acteur", "Actor"),
    "kind-majority": _t("Majorité", "Majority"),
    "kind-requires": _t("Condition", "Requirement"),
    "kind-merit": _t("Argument", "Argument"),
    "kind-step": _t("Étape", "Step"),
    "kind-row": _t("Cas du tableau", "Case of the table"),
    "search": _t("Rechercher", "Search"),
    "search-label": _t("Mot, article, identifiant", "Word, article, identifier"),
    "search-kind": _t("Dans", "In"),
    "search-all": _t("tout", "everything"),
    "search-none": _t(
        "Rien ne contient ces mots : en essayer d'autres, ou passer par les listes.",
        "Nothing holds these words: try others, or go through the lists.",
    ),
    "search-some": _t("{n} pages", "{n} pages"),
    "search-first": _t("{n} pages, les {shown} premières", "{n} pages, the first {shown}"),
    "search-script": _t(
        "La recherche demande JavaScript ; sans lui, les listes ci-dessous mènent à toutes les pages.",
        "The search needs JavaScript; without it, the lists below lead to all pages.",
    ),
    "on-this-page": _t("Sur cette page", "On this page"),
    "more": _t("<n> de plus", "<n> more"),
    "skip": _t("Aller au contenu", "Skip to the content"),
    "trail": _t("Vous êtes ici", "You are here"),
    "language": _t("Langue", "Language"),
    "identifier": _t("Identifiant", "Identifier"),
    "made-with": _t("petr-advisor <version>, base de règles <hash>", "petr-advisor <version>, rule base <hash>"),
}
