/** The languages in which the pages speak, the first one where a reader prefers none of them. */
export const languages = ['fr', 'en'] as const;

export type Language = (typeof languages)[number];

/** A text, or a set of texts, in every language. */
export type InEveryLanguage<Text> = Readonly<Record<Language, Text>>;

const key = 'ecosystemgraph:language';

/** The language that the reader chose here before, else the first of the browser's that the pages speak, else French. */
export function readerLanguage(storage: Storage): Language {
  const wanted = [storage.getItem(key) ?? '', ...navigator.languages, navigator.language];
  for (const tag of wanted) {
    const spoken = languages.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (spoken) return spoken;
  }
  return languages[0];
}

/** Keeps the reader's choice for the next visit, of any page. */
export function rememberLanguage(storage: Storage, language: Language): void {
  storage.setItem(key, language);
}
