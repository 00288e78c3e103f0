"""The pages of the help screen."""

HELP: dict[str, tuple[str, str]] = {
    "help.home": (
        "↑ ↓ choisissent, ↵ ouvre. Une consultation est enregistrée à chaque réponse : quitter ne perd rien.",
        "↑ ↓ choose, ↵ opens. A consultation is saved after every answer: nothing is lost on leaving.",
    ),
    "help.new": (
        (
            "Tab et Maj+Tab passent d’un champ à l’autre : nom, date du droit, questions, langue.\n"
            "Dans la liste des questions, ↑ ↓ déplacent la marque, Espace coche ou décoche.\n"
            "Ctrl+S commence la consultation. Elle est enregistrée sous le nom du territoire."
        ),
        (
            "Tab and Shift+Tab go from field to field: name, date of law, questions, language.\n"
            "In the list of questions, ↑ ↓ move the mark, Space ticks or unticks.\n"
            "Ctrl+S begins the consultation. It is saved under the name of the territory."
        ),
    ),
    "help.question": (
        (
            "Une question à la fois. ↑ ↓ choisissent, ↵ répond ; un chiffre choisit directement.\n"
            "← revient sur la réponse d’avant, qui reste donnée ; → en repart. Ctrl+Z annule, Ctrl+Y rétablit.\n"
            "s remet la question à plus tard ; i dit « je ne sais pas ».\n"
            "p dit pourquoi la question est posée ; d ouvre les paragraphes de droit.\n"
            "r montre toutes vos réponses, à changer au besoin ; c montre les conclusions.\n"
            "Dans une zone de saisie de texte, Échap rend les touches à leur usage.\n"
            "« À trancher » : ces points peuvent changer une option. « Facultatif » : demandés si vous le souhaitez, "
            "une fois les voies connues, ils précisent arguments, étapes et obligations."
        ),
        (
            "One question at a time. ↑ ↓ choose, ↵ answers; a figure chooses at once.\n"
            "← goes back over the answer before, which stays given; → goes on again. Ctrl+Z undoes, Ctrl+Y redoes.\n"
            "s puts the question off; i says “I do not know”.\n"
            "p says why the question is asked; d opens the paragraphs of law.\n"
            "r shows all your answers, to change if need be; c shows the conclusions.\n"
            "In a text field, Esc gives the keys back their use.\n"
            "“To settle”: these points can change an option. “Optional”: asked if you wish once the ways are known, "
            "they make arguments, steps and duties precise."
        ),
    ),
    "help.members": (
        (
            "Tapez trois lettres : le registre propose des EPCI. ↵ ajoute celui qui est marqué, ↓ en marque un autre.\n"
            "« Nom ; nature ; population » puis ↵ ajoute un membre à la main. Une liste se colle, un membre par "
            "ligne : les lignes qui ne sont pas comprises reviennent une à une, à corriger.\n"
            "Tab passe de la recherche au tableau. Dans le tableau : ↵ modifie, x retire, a ajoute à la main.\n"
            "Ctrl+S dit que la liste est complète ; sans cela elle est gardée, mais incomplète."
        ),
        (
            "Type three letters: the register offers EPCIs. ↵ adds the one that is marked; ↓ marks another.\n"
            "“Name; kind; population” then ↵ adds a member by hand. A list can be pasted, one member a line: the lines "
            "that are not understood come back one by one, to be corrected.\n"
            "Tab goes from the search to the table. In the table: ↵ changes, x removes, a adds by hand.\n"
            "Ctrl+S says that the list is complete; without that it is kept, but incomplete."
        ),
    ),
    "help.outcomes": (
        (
            "● possible   ◐ sous conditions   ○ écartée   ? à trancher   ⚖ point discuté\n"
            "✔ condition remplie   ✘ non remplie   ? à trancher   – sans objet\n"
            "↑ ↓ parcourent les options ; Tab passe aux détails. c explique comment ; n pourquoi pas.\n"
            "↵ sur une ligne ouvre ses paragraphes ; sur un point à trancher, la question. e va aux étapes.\n"
            "o retient l’option ; x écrit le rapport."
        ),
        (
            "● open   ◐ conditional   ○ closed   ? undetermined   ⚖ disputed point\n"
            "✔ requirement met   ✘ unmet   ? unknown   – not applicable\n"
            "↑ ↓ go through the options; Tab goes to the details. c explains how; n why not; e goes to the steps.\n"
            "↵ on a line opens its paragraphs; on a point to settle, the question. o chooses the option.\n"
            "x writes the report."
        ),
    ),
    "help.export": (
        (
            "↑ ↓ choisissent le format, ↵ passe au nom du fichier ; Ctrl+S écrit le rapport, dans la langue en usage.\n"
            "Un fichier qui existe n’est remplacé qu’après confirmation. La consultation continue pendant ce temps."
        ),
        (
            "↑ ↓ choose the format, ↵ goes to the name of the file; Ctrl+S writes the report, in the language in use.\n"
            "A file that exists is replaced only once confirmed. The consultation goes on meanwhile."
        ),
    ),
    "help.tree": (
        "↑ ↓ parcourent l’arbre ; ↵ déplie un niveau. Sur un paragraphe (§), ↵ ouvre sa fiche.",
        "↑ ↓ go through the tree; ↵ unfolds a level. On a paragraph (§), ↵ opens its sheet.",
    ),
    "help.answers": (
        "↵ change une réponse ; x la retire. Une réponse mise de côté revient quand elle s’applique de nouveau.",
        "↵ changes an answer; x takes it back. An answer set aside comes back when it applies again.",
    ),
    "help.seats": (
        (
            "Tapez le total puis ↵ : une répartition est proposée d’après les populations.\n"
            "Changez les nombres : la répartition est vérifiée à mesure.\n"
            "Ctrl+S la retient : elle est enregistrée et figure dans le rapport."
        ),
        (
            "Type the total then ↵: a distribution is proposed from the populations.\n"
            "Change the numbers: the distribution is checked as you type.\n"
            "Ctrl+S keeps it: it is saved and goes into the report."
        ),
    ),
}
