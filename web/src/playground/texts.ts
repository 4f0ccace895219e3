import type { InEveryLanguage } from '../shared/language';

/** What the playground says; the words of GraphiQL's own buttons are its own, in English. */
export interface PlaygroundTexts {
  title: string;
  tagline: string;
  skip: string;
  schema: string;
  schemaTitle: string;
  documentation: string;
  figures: string;
  figuresTitle: string;
  help: string;
  close: string;
  copyLink: string;
  copyLinkTitle: string;
  linkCopied: string;
  linkInAddress: string;
  nothingToShare: string;
  badLink: string;
  editor: string;
  unreachable: string;
  noAnswer: (status: number) => string;
  helpTitle: string;
  helpParagraphs: readonly string[];
  examplesTitle: string;
  keysTitle: string;
  keys: readonly (readonly [key: string, meaning: string])[];
}

export const playgroundTexts: InEveryLanguage<PlaygroundTexts> = {
  fr: {
    title: 'EcosystemGraph – bac à sable GraphQL',
    tagline: 'Qui coopère avec qui, dans quel groupement, depuis quand, et quel paragraphe le dit.',
    skip: 'Aller à l’éditeur',
    schema: 'Schéma',
    schemaTitle: 'Le schéma entier, en texte',
    documentation: 'Documentation',
    figures: 'Figures',
    figuresTitle: 'Une figure pour un rapport, sans écrire de requête',
    help: 'Aide',
    close: 'Fermer',
    copyLink: 'Copier le lien',
    copyLinkTitle: 'Copie un lien qui rouvre cette requête et ses variables',
    linkCopied: 'Lien copié.',
    linkInAddress: 'Le navigateur refuse la copie ; le lien est dans la barre d’adresse.',
    nothingToShare: 'L’onglet est vide : rien à partager.',
    badLink: 'Ce lien ne contient pas de requête.',
    editor: 'Éditeur de requêtes',
    unreachable: 'Le serveur ne répond pas ; vérifiez qu’il tourne, puis relancez.',
    noAnswer: (status) => `Le serveur a répondu ${status}, sans réponse GraphQL ; relancez un peu plus tard.`,
    helpTitle: 'Interroger le graphe',
    helpParagraphs: [
      'Chaque onglet contient une question toute prête : lancez-la, puis changez-la. Vos onglets restent dans ce navigateur.',
      'Chaque lien porte evidence : le paragraphe qui l’énonce et les mots qui y nomment l’acteur. confidence dit s’il est énoncé, déduit ou incertain.',
      'Les listes prennent where, order, first et after. Le texte se compare sans accents ni majuscules par contains, startsWith et endsWith.',
      'Une date a la précision de sa source : 2019, 2019-H2, 2019-Q3, 2019-07, 2019-07-01. À une date, la réponse est CERTAIN, POSSIBLE ou NO.',
      'Le panneau Documentation décrit, en anglais, chaque champ du schéma ; Ctrl-clic sur un champ y mène.',
      'Un lien copié garde la requête après le # de l’adresse : elle n’est pas envoyée au serveur et ne figure dans aucun journal.',
    ],
    examplesTitle: 'Exemples',
    keysTitle: 'Au clavier',
    keys: [
      ['Entrée', 'entre dans un éditeur atteint par Tab'],
      ['Ctrl-Entrée', 'lance la requête'],
      ['Ctrl-Espace', 'propose la suite'],
      ['Ctrl-M', 'dans l’éditeur, rend à Tab son rôle de passer au suivant, ou le lui reprend'],
      ['Maj-Ctrl-P', 'met la requête en forme'],
      ['Ctrl-Alt-K', 'cherche dans la documentation'],
    ],
  },
  en: {
    title: 'EcosystemGraph – GraphQL playground',
    tagline: 'Who works with whom, in which grouping, since when, and which paragraph says so.',
    skip: 'Skip to the editor',
    schema: 'Schema',
    schemaTitle: 'The whole schema, as text',
    documentation: 'Documentation',
    figures: 'Figures',
    figuresTitle: 'A figure for a report, without writing a query',
    help: 'Help',
    close: 'Close',
    copyLink: 'Copy link',
    copyLinkTitle: 'Copies a link that opens this query and its variables again',
    linkCopied: 'Link copied.',
    linkInAddress: 'The browser does not allow copying; the link is in the address bar.',
    nothingToShare: 'The tab is empty: nothing to share.',
    badLink: 'This link holds no query.',
    editor: 'Query editor',
    unreachable: 'The server does not answer; see that it runs, then run the query again.',
    noAnswer: (status) => `The server answered ${status}, without a GraphQL response; run the query again a little later.`,
    helpTitle: 'Ask the graph',
    helpParagraphs: [
      'Each tab holds a question that is ready to run: run it, then change it. Your tabs stay in this browser.',
      'Each link has evidence: the paragraph that states it and the words that name the actor there. confidence says whether it is stated, inferred or uncertain.',
      'Lists take where, order, first and after. Text is compared without accents and case by contains, startsWith and endsWith.',
      'A date is as precise as its source: 2019, 2019-H2, 2019-Q3, 2019-07, 2019-07-01. At a date, the answer is CERTAIN, POSSIBLE or NO.',
      'The Documentation panel describes every field of the schema; Ctrl-click on a field leads there.',
      'A copied link keeps the query after the # of the address: it is not sent to the server and stands in no log.',
    ],
    examplesTitle: 'Examples',
    keysTitle: 'By keyboard',
    keys: [
      ['Enter', 'goes into an editor that Tab has reached'],
      ['Ctrl-Enter', 'runs the query'],
      ['Ctrl-Space', 'offers what may follow'],
      ['Ctrl-M', 'in the editor, makes Tab move on to what follows, or write again'],
      ['Shift-Ctrl-P', 'lays the query out'],
      ['Ctrl-Alt-K', 'searches the documentation'],
    ],
  },
};
