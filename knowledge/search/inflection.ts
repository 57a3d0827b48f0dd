/** Marks that a title is for every gender, as vacancies write them: `(m/w/d)`, `(f/m/x)`, `m/f/d`, `(all genders)`. */
const GENDERS =
  /[([]?\b(?:[mwfhdx]|div|gn)(?:\s*[/|,*]\s*(?:[mwfhdxi*]|div|gn)\b)+[)\]]?|\((?:all genders|gn|a)\)/giu;

/** Endings that name both forms of a word at once: `Entwickler*in`, `Berater:innen`, `desenvolvedor(a)`, `desarrollador/a`. */
const BOTH_FORMS =
  /(\p{Ll})(?:[*:_·/]-?(?:inn?en|in|r)|\(-?(?:inn?en|in|as?|es)\)|\/-?(?:as?|ora)|Innen|In)(?![\p{L}])/gu;

/** A text without what only says that everybody is meant, whatever their gender. */
export function withoutGenders(text: string): string {
  return text.replace(GENDERS, ' ').replace(BOTH_FORMS, '$1');
}

/** What is left of a word must be of this many letters. */
const LEAST = 3;

/** Endings of gender and number, longest first, of words that `normalise` has seen, which takes most plural s away. */
const ENDINGS = {
  romance: /(?:(?:ao|oe|[aeo])s?|x)$/,
  german: [/(?:inn?en|innin|in)$/, /(?:e[nsm]?|s|(?<=er)n)$/],
} as const;

/** `ingenieras` and `ingeniero` share one; so do `desenvolvedoras` and `desenvolvedor`, `aplicaciones` and `aplicación`. */
export function romanceStem(word: string): string {
  return shortened(word, ENDINGS.romance);
}

/** `Entwicklerinnen` and `Entwickler` share one; so do `Systeme` and `System`. */
export function germanStem(word: string): string {
  return ENDINGS.german.reduce(shortened, word);
}

function shortened(word: string, ending: RegExp): string {
  const stem = word.replace(ending, '');
  return stem.length < LEAST ? word : stem;
}
