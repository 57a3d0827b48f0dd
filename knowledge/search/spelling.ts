/** British stem → American stem, where no suffix rule covers it. Both sides of a comparison go through it. */
const STEMS: readonly (readonly [string, string])[] = [
  ['colour', 'color'],
  ['behaviour', 'behavior'],
  ['labour', 'labor'],
  ['favour', 'favor'],
  ['harbour', 'harbor'],
  ['honour', 'honor'],
  ['neighbour', 'neighbor'],
  ['modell', 'model'],
  ['labell', 'label'],
  ['travell', 'travel'],
  ['counsell', 'counsel'],
  ['signall', 'signal'],
  ['centre', 'center'],
  ['fibre', 'fiber'],
  ['metre', 'meter'],
  ['theatre', 'theater'],
  ['defence', 'defense'],
  ['offence', 'offense'],
  ['licence', 'license'],
  ['catalogue', 'catalog'],
  ['dialogue', 'dialog'],
  ['analogue', 'analog'],
  ['artefact', 'artifact'],
  ['aluminium', 'aluminum'],
  ['anaesth', 'anesth'],
  ['paediatr', 'pediatr'],
  ['orthopaed', 'orthoped'],
  ['maths', 'math'],
];

/** Whether a word begins with one of them: one test of a word instead of thirty. */
const BRITISH = new RegExp(`^(?:${STEMS.map(([british]) => british).join('|')})`);

/** Words with -is- in every English, left alone. */
const ALWAYS_IS =
  /^(?:advert|superv|enterpr|expert|exerc|franch|merchand|rev|dev|adv|prom|prec|w|r|no|ra|pra)is/;

/**
 * American spelling of a lower-case word: `defence` → `defense`, `optimisation` → `optimization`. Words that the
 * rules do not know come back as they are.
 */
export function americanWord(word: string): string {
  if (word.length < 5) return word;
  if (word === 'programme') return 'program';
  const stem = BRITISH.test(word) ? STEMS.find(([british]) => word.startsWith(british)) : undefined;
  if (stem) return stem[1] + word.slice(stem[0].length);
  if (!word.includes('s') || ALWAYS_IS.test(word)) return word;
  return word.replace(/([a-z]{3}[iy])s(e|ed|er|ing|ation)$/, '$1z$2');
}

/**
 * A lower-case word without its plural ending: `engineers` → `engineer`, `technologies` → `technology`. Words of
 * three letters (`aws`, `sas`) and endings that are no plural (`-ss`, `-us`, `-is`) stay.
 */
export function singularWord(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|x)es$/.test(word) && word.length > 4) return word.slice(0, -2);
  const base = word.length > 3 && /[^suoi]s$/.test(word) ? word.slice(0, -1) : word;
  return base.length > 4 && base.endsWith('che') ? base.slice(0, -1) : base;
}
