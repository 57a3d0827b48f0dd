/** What kind of trouble a store is in, without an address or a path. */
export type Trouble = 'away' | 'full' | 'refused' | 'other';

/** https://sqlite.org/rescode.html: readonly, permission, cannot open; full. */
const SQLITE: Readonly<Record<number, Trouble>> = { 3: 'refused', 8: 'refused', 14: 'refused', 13: 'full' };
/** https://www.postgresql.org/docs/current/errcodes-appendix.html: by class, and disk full among the resources. */
const POSTGRES: Readonly<Record<string, Trouble>> = {
  '53100': 'full',
  '08': 'away',
  '57': 'away',
  '28': 'refused',
  '42501': 'refused',
};
const NODE: readonly (readonly [RegExp, Trouble])[] = [
  [/^(ENOSPC|EDQUOT)$/, 'full'],
  [/^(EACCES|EPERM|EROFS|ENOTDIR|EISDIR|ENOENT|EEXIST)$/, 'refused'],
  [/^E(CONN|PIPE|HOST|NET|TIMEDOUT|AI_|NOTFOUND)/, 'away'],
];

/** The kind of trouble that an error of a store, or what caused it, tells of. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof Error)) return 'other';
  const own = byCode(error);
  if (own !== undefined) return own;
  if (error.cause !== undefined) return troubleOf(error.cause);
  return /connection|timeout/i.test(error.message) ? 'away' : 'other';
}

function byCode(error: Error): Trouble | undefined {
  if ('errcode' in error && typeof error.errcode === 'number') return SQLITE[error.errcode & 0xff];
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return POSTGRES[code] ?? POSTGRES[code.slice(0, 2)] ?? NODE.find(([pattern]) => pattern.test(code))?.[1];
}
