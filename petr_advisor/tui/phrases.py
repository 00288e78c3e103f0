"""The interface's own phrases, French and English side by side."""

from petr_advisor.knowledge.texts import Language, Text
from petr_advisor.tui.phrases_of_conclusions import CONCLUSIONS
from petr_advisor.tui.phrases_of_help import HELP

PHRASES: dict[str, tuple[str, str]] = {
    "colon.mark": ("\u00a0: ", ": "),
    # home
    "home.title": ("Que peut devenir votre structure ?", "What can your structure become?"),
    "home.notice": (
        (
            "Ce programme informe sur le droit en général ; ce n’est pas un conseil juridique. Avant d’agir, "
            "vérifiez avec la préfecture ou un avocat. Droit lu jusqu’au {day}."
        ),
        (
            "This program gives general information on the law; it is not legal advice. Before acting, check with the "
            "prefecture or a lawyer. Law read up to {day}."
        ),
    ),
    "home.keys": (
        (
            "Tout se fait au clavier : ↑ ↓ pour choisir, ↵ (Entrée) pour valider, Échap pour revenir. Le bas de "
            "l’écran dit toujours quelles touches servent ; F1 les explique."
        ),
        (
            "Everything is done with the keyboard: ↑ ↓ to choose, ↵ (Enter) to confirm, Esc to go back. The foot of "
            "the screen always says which keys work; F1 explains them."
        ),
    ),
    "home.new": ("Nouvelle consultation", "New consultation"),
    "home.examples": ("Ouvrir un exemple", "Open an example"),
    "home.saved": ("Reprendre une consultation", "Take up a consultation"),
    "home.none": ("Aucune consultation enregistrée pour l’instant.", "No saved consultation yet."),
    # new consultation
    "new.title": ("Nouvelle consultation", "New consultation"),
    "new.name": ("Nom du territoire", "Name of the territory"),
    "new.name_example": ("par exemple : Pays de la Bruche", "for example: Pays de la Bruche"),
    "new.date": ("Date du droit", "Date of law"),
    "new.date_help": (
        "Le droit de quel jour ? {low} au plus tôt.",
        "The law of which day? {low} at the earliest.",
    ),
    "new.questions": (
        "Ce que vous voulez savoir (Espace coche ou décoche)",
        "What you want to know (Space ticks or unticks)",
    ),
    "new.start": ("Commencer", "Start"),
    "new.no_name": (
        "Donnez un nom au territoire : la consultation est enregistrée sous ce nom.",
        "Give the territory a name: the consultation is saved under it.",
    ),
    "new.bad_name": (
        "Ce nom ne peut pas servir de nom de fichier : ajoutez des lettres ou des chiffres.",
        "This name cannot serve as a file name: add letters or figures.",
    ),
    "new.taken": (
        "Une consultation « {name} » est déjà enregistrée : reprenez-la à l’accueil, ou choisissez un autre nom.",
        "A consultation “{name}” is already saved: take it up from the home screen, or choose another name.",
    ),
    "new.no_question": ("Choisissez au moins une question.", "Choose at least one question."),
    # examples
    "examples.title": ("Exemples", "Examples"),
    "examples.real": ("Territoires réels", "Real territories"),
    "examples.official": ("Questions posées au Gouvernement ou au juge", "Questions put to the Government or a court"),
    "examples.made": ("Cas construits, un point de droit chacun", "Made-up cases, a point of law each"),
    "examples.reading": ("Lecture des exemples…", "Reading the examples…"),
    "examples.none": ("Aucun exemple dans {folder}.", "No example in {folder}."),
    "examples.bad": ("{count} exemple(s) illisible(s), laissés de côté.", "{count} unreadable example(s) left out."),
    "example.name": ("Exemple {name}", "Example {name}"),
    # header and progress
    "header.law": ("droit au {day}", "law on {day}"),
    "header.settle": ("{count} questions à trancher", "{count} questions to settle"),
    "header.settle.one": ("{count} question à trancher", "{count} question to settle"),
    "header.optional": ("{count} facultatives", "{count} optional"),
    "header.optional.one": ("{count} facultative", "{count} optional"),
    "header.only_optional": ("{count} questions facultatives", "{count} optional questions"),
    "header.only_optional.one": ("{count} question facultative", "{count} optional question"),
    "header.thinking": ("calcul…", "working…"),
    "header.failed": ("calcul non abouti", "not computed"),
    "header.clash": ("des réponses à corriger", "answers to correct"),
    "header.done": ("tout ce qui compte est réglé", "all that matters is settled"),
    # question
    "question.term": ("Terme de droit : {term}", "Term of law: {term}"),
    "question.unknown": ("Je ne sais pas", "I do not know"),
    "question.yes": ("Oui", "Yes"),
    "question.no": ("Non", "No"),
    "question.answer": ("Répondre", "Answer"),
    "question.list": ("Les énumérer dans un tableau", "List them in a table"),
    "question.cannot_list": ("Je ne peux pas les énumérer", "I cannot list them"),
    "question.hint": ("À noter : {note}", "Note: {note}"),
    "question.done": (
        "Plus aucune réponse ne changerait les conclusions.",
        "No further answer would change the conclusions.",
    ),
    "question.done_help": (
        "Voyez les conclusions (c), ou changez une réponse (r). Tout est enregistré.",
        "See the conclusions (c), or change an answer (r). Everything is saved.",
    ),
    "details.known": ("Les voies possibles sont connues.", "The possible ways are known."),
    "details.known_but": (
        "Les voies possibles sont connues, mais {count} restent à trancher faute de réponse.",
        "The possible ways are known, but {count} are still to be settled for want of an answer.",
    ),
    "details.known_but.one": (
        "Les voies possibles sont connues, mais {count} reste à trancher faute de réponse.",
        "The possible ways are known, but {count} is still to be settled for want of an answer.",
    ),
    "details.unknown": (
        "D’autres questions n’apprendraient rien de plus : {count} voies restent à trancher faute de réponses.",
        "Further questions would teach nothing more: {count} ways are still to be settled for want of answers.",
    ),
    "details.unknown.one": (
        "D’autres questions n’apprendraient rien de plus : {count} voie reste à trancher faute de réponses.",
        "Further questions would teach nothing more: {count} way is still to be settled for want of answers.",
    ),
    "details.help": (
        "Voyez les conclusions (c), ou précisez si vous le souhaitez :",
        "See the conclusions (c), or go further if you wish:",
    ),
    "details.one": ("{what} ({count} questions)", "{what} ({count} questions)"),
    "details.one.one": ("{what} ({count} question)", "{what} ({count} question)"),
    "details.all": ("tout préciser ({count} questions)", "all of it ({count} questions)"),
    "details.stop": ("s’arrêter là et lire les conclusions", "stop here and read the conclusions"),
    "details.left": (
        "{known} Échap : préciser, si vous le souhaitez ({count} questions facultatives).",
        "{known} Esc: go further, if you wish ({count} optional questions).",
    ),
    "details.left.one": (
        "{known} Échap : préciser, si vous le souhaitez ({count} question facultative).",
        "{known} Esc: go further, if you wish ({count} optional question).",
    ),
    # a computation that failed
    "failed.title": ("Le calcul n’a pas abouti.", "The computation did not succeed."),
    "failed.kept": (
        "Vos réponses sont toutes gardées. Ce n’est pas votre faute : c’est une faute du programme.",
        "All your answers are kept. You did nothing wrong: this is a fault of the program.",
    ),
    "failed.undo": ("Annuler la dernière réponse", "Undo the last answer"),
    "failed.answers": ("Voir et changer mes réponses", "See and change my answers"),
    "failed.again": ("Refaire le calcul", "Compute again"),
    "failed.home": ("Aller à l’accueil", "Go to the home screen"),
    "failed.stale": (
        "Le calcul n’a pas abouti : ces conclusions sont celles d’avant la dernière réponse.",
        "The computation did not succeed: these conclusions are those before the last answer.",
    ),
    "question.current": ("Réponse actuelle : {value}", "Present answer: {value}"),
    "question.wait": ("Un instant…", "One moment…"),
    "question.skipped": ("Question remise à plus tard.", "Question put off."),
    "question.no_law": (
        "Aucun paragraphe n’est attaché à cette question.",
        "No paragraph is attached to this question.",
    ),
    "question.none": ("Il n’y a pas de question en cours.", "There is no question at the moment."),
    "question.first": ("C’est la première question.", "This is the first question."),
    "question.last": ("Rien à rétablir.", "Nothing to take up again."),
    "question.newest": ("Il n’y a pas de question plus loin.", "There is no question further on."),
    "question.too_soon": (
        "Un instant, le calcul n’est pas fini : cette touche n’a pas été prise. Recommencez quand la question est là.",
        "One moment, still working: this key was not taken. Press it again once the question is there.",
    ),
    # panels
    "panel.settle": ("À trancher", "To settle"),
    "panel.refine": ("Facultatif", "Optional"),
    "panel.shaping": ("Se dessine", "Taking shape"),
    "panel.duties": ("{count} obligations, conseils et risques", "{count} duties, advice and risks"),
    "panel.because": ("Dernier changement : {fact}", "Last change: {fact}"),
    "panel.conflict": (
        "Réponses incompatibles : {text} Voir lesquelles : r.",
        "Answers that exclude each other: {text} See which: r.",
    ),
    "panel.held_back": (
        "Pas de conclusion : des réponses s’excluent l’une l’autre (r pour les corriger).",
        "No conclusion: some answers exclude each other (r to correct them).",
    ),
    "panel.open_points": ("{count} en attente de réponses", "{count} waiting for answers"),
    "panel.open_points.one": ("{count} en attente de réponses", "{count} waiting for answers"),
    "panel.ruled_out": ("{count} écartées", "{count} ruled out"),
    "panel.ruled_out.one": ("{count} écartée", "{count} ruled out"),
    "panel.more": ("… et {count} de plus", "… and {count} more"),
    # typing
    "typed.example_count": ("un nombre entier", "a whole number"),
    "typed.example_amount": ("un montant en euros, sans centimes", "an amount in euros, without cents"),
    "typed.example_date": ("jour/mois/année", "day/month/year"),
    "typed.example_fraction": ("une part : 2/3 ou 57 %", "a share: 2/3 or 57%"),
    "typed.example_text": ("quelques mots", "a few words"),
    # grid
    "grid.keys": (
        "Un chiffre répond pour la ligne et passe à la suivante ; ↵ valide le tableau.",
        "A figure answers for the row and goes to the next; ↵ confirms the table.",
    ),
    "grid.type": ("{name} : tapez puis ↵ ; Ctrl+S valide.", "{name}: type then ↵; Ctrl+S confirms."),
    "grid.left": (
        "{count} ligne(s) sans réponse : elles reviendront plus tard.",
        "{count} row(s) without an answer: they will come back later.",
    ),
    # members
    "members.title": ("Membres", "Members"),
    "members.search": (
        "Lettres du nom, SIREN, « nom ; nature ; population » ou liste collée",
        "Letters of the name, SIREN, “name; kind; population” or a pasted list",
    ),
    "members.no_register": (
        "Registre indisponible ({why}) : ajoutez les membres à la main (a).",
        "Register unavailable ({why}): add the members by hand (a).",
    ),
    "members.no_match": (
        "Rien dans le registre {year} : vérifiez l’orthographe, ou ajoutez à la main (Tab puis a).",
        "Nothing in the {year} register: check the spelling, or add by hand (Tab then a).",
    ),
    "members.empty": ("Aucun membre encore.", "No member yet."),
    "members.twice": ("{name} est déjà dans la liste.", "{name} is already in the list."),
    "column.name": ("nom", "name"),
    "column.kind": ("nature", "kind"),
    "column.population": ("habitants", "inhabitants"),
    "column.departement": ("dép.", "dép."),
    "column.region": ("région", "région"),
    "members.too_many": ("Pas plus de {limit} membres.", "No more than {limit} members."),
    "members.pasted": (
        "Lignes collées : {added} ajoutées, {wrong} à corriger.",
        "Lines pasted: {added} added, {wrong} to correct.",
    ),
    "members.to_correct": (
        "Lignes à corriger : {count}. ↵ les ajoute une fois corrigées ; vide puis ↵ laisse la ligne de côté.",
        "Lines to correct: {count}. ↵ adds each once corrected; emptied, ↵ leaves it out.",
    ),
    "members.not_taken": (
        "Lignes collées qui n’ont pas été prises : {lines}",
        "Lines pasted that were not taken: {lines}",
    ),
    "members.incomplete": (
        "Liste gardée, sans être dite complète : pour la dire complète, m puis Ctrl+S.",
        "List kept but not said to be complete: to say so, m then Ctrl+S.",
    ),
    "members.left_open": (
        "La liste des membres n’est pas dite complète : m pour y revenir, Ctrl+S quand tous y sont.",
        "The list of members is not said to be complete: m to come back to it, Ctrl+S when all are there.",
    ),
    "members.need_one": ("Ajoutez au moins un membre, ou dites que vous ne pouvez pas.", "Add one member at least."),
    "members.register": ("registre {year}", "{year} register"),
    "members.by_hand": ("à la main", "by hand"),
    "members.corrected": ("registre, corrigé", "register, corrected"),
    "members.source": ("origine", "origin"),
    "members.total": (
        "Membres : {count} · habitants : {people} · Tous y sont ? Ctrl+S",
        "Members: {count} · inhabitants: {people} · All there? Ctrl+S",
    ),
    "members.none_in_base": ("Cette base de règles n’a pas de liste.", "This rule base has no list."),
    "members.add": ("Ajouter un membre", "Add a member"),
    "members.edit": ("Modifier {name}", "Change {name}"),
    "members.no_name": ("Donnez un nom à ce membre.", "Give this member a name."),
    "members.not_said": ("(non dit)", "(not said)"),
    # a consultation open elsewhere
    "copy.title": ("Consultation ouverte ailleurs", "Consultation open elsewhere"),
    "copy.why": (
        "Cette consultation est déjà ouverte{by}. Pour ne pas mêler les réponses, travaillez sur une copie.",
        "This consultation is already open{by}. So that answers do not mix, work on a copy.",
    ),
    "copy.open": ("Ouvrir une copie", "Open a copy"),
    "copy.leave": ("Ne pas l’ouvrir", "Do not open it"),
    # notices
    "notice.saved_under": (
        "Consultation enregistrée sous « {name} ». Pour la reprendre : petr-advisor --resume {slug}",
        "Consultation saved under “{name}”. To take it up: petr-advisor --resume {slug}",
    ),
    "notice.name_taken": (
        "« {name} » existe déjà : celle-ci est enregistrée sous « {other} ».",
        "“{name}” exists already: this one is saved under “{other}”.",
    ),
    "notice.save_failed": (
        "Attention, {why}. Vos réponses sont gardées tant que le programme reste ouvert.",
        "Warning: {why}. Your answers are kept while the program stays open.",
    ),
    "notice.leave_unsaved": (
        "Les réponses ne peuvent pas être enregistrées. La même touche encore une fois : partir sans elles.",
        "The answers cannot be saved. The same key once more: leave without them.",
    ),
    "notice.how_to_quit": (
        "Pour quitter : q, ou Ctrl+Q dans une zone de saisie. Tout est enregistré à mesure.",
        "To quit: q, or Ctrl+Q in a text field. Everything is saved as you go.",
    ),
    "notice.error": ("Impossible : {why}", "Not possible: {why}"),
    "notice.other_base": (
        "La base de règles a changé depuis l’enregistrement.",
        "The rule base has changed since it was saved.",
    ),
    "notice.set_apart": ("Réponses non reprises : {what}", "Answers not taken up: {what}"),
    "notice.no_consultation": ("Ouvrez d’abord une consultation.", "Open a consultation first."),
    "help.title": ("Aide", "Help"),
    "form.ok": ("Valider", "Confirm"),
    "form.cancel": ("Annuler", "Cancel"),
    **CONCLUSIONS,
    **HELP,
}


def phrase(key: str, **values: object) -> Text:
    """Give a phrase in both languages, its blanks filled."""
    return Text(fr=say(key, "fr", **values), en=say(key, "en", **values))


def colon(language: Language) -> str:
    """Give a colon with the spaces of the language."""
    return PHRASES["colon.mark"][0 if language == "fr" else 1]


def say(key: str, language: Language, **values: object) -> str:
    """Give a phrase in one language, its blanks filled: `KEY.one`, where there is one, when `count` is one or none.

    What fills the blanks, such as a path, is left as it is unless it is a text.
    """
    count, one = values.get("count"), f"{key}.one"
    found = PHRASES[one if one in PHRASES and isinstance(count, int) and count <= 1 else key]
    filled = {name: value.in_(language) if isinstance(value, Text) else value for name, value in values.items()}
    return found[0 if language == "fr" else 1].format(**filled)
