import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Encrypts what is kept, so that whoever has the database alone has no secret. */
export interface Seal {
  /** Encrypts under the first key, for one owner: nobody can put it in another one's place. */
  close(secret: string, owner: string): string;
  /** @throws Error where the key is not there, or where what was kept is not what was closed. */
  open(sealed: string, owner: string): string;
  /** Whether it is under the first key, so that the others are not needed for it. */
  isCurrent(sealed: string): boolean;
  /** Whether the key of that id is there. */
  opensBy(keyId: string): boolean;
  /** A key for another purpose, which tells nothing of the first one that it is made of. */
  derive(purpose: string): string;
}

/** AES-256 takes 32 bytes; GCM wants a nonce of 12 that no two texts share. https://nodejs.org/api/crypto.html#class-cipheriv */
const BYTES = { key: 32, nonce: 12 } as const;
const CIPHER = 'aes-256-gcm';
const VERSION = 'v1';

interface Key {
  /** Told by the key itself, so that nobody has to number keys; it tells nothing of it. */
  readonly id: string;
  readonly bytes: Buffer;
}

/** What is wrong with the keys that somebody set; undefined where nothing is. */
export function keysProblem(keys: string): string | undefined {
  const wrong = keys.split(',').some((key) => bytesOf(key).length !== BYTES.key);
  return wrong
    ? 'a key is 32 bytes in base64, as "openssl rand -base64 32" prints; several are joined by ","'
    : undefined;
}

/** A seal with keys as they are set: the first one closes, all of them open. @throws Error where one is no key. */
export function createSeal(keys: string): Seal {
  const problem = keysProblem(keys);
  if (problem !== undefined) throw new Error(problem);
  const [first, ...older] = keys.split(',').map(keyOf);
  if (first === undefined) throw new Error('there is no key');
  const all = new Map([first, ...older].map((key) => [key.id, key]));
  return {
    close: (secret, owner) => encrypt(secret, owner, first),
    open: (sealed, owner) => decrypt(sealed, owner, all),
    isCurrent: (sealed) => keyIdIn(sealed) === first.id,
    opensBy: (keyId) => all.has(keyId),
    derive: (purpose) => Buffer.from(hkdfSync('sha256', first.bytes, '', purpose, BYTES.key)).toString('hex'),
  };
}

/** The id of the key that something was closed with. */
export function keyIdIn(sealed: string): string {
  return sealed.split('.')[1] ?? '';
}

function bytesOf(key: string): Buffer {
  return Buffer.from(key.trim(), 'base64');
}

function keyOf(key: string): Key {
  const bytes = bytesOf(key);
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
}

function encrypt(secret: string, owner: string, { id, bytes }: Key): string {
  const nonce = randomBytes(BYTES.nonce);
  const cipher = createCipheriv(CIPHER, bytes, nonce).setAAD(Buffer.from(owner));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  const parts = [nonce, cipher.getAuthTag(), text].map((part) => part.toString('base64url'));
  return [VERSION, id, ...parts].join('.');
}

function decrypt(sealed: string, owner: string, keys: ReadonlyMap<string, Key>): string {
  const [, id = '', ...parts] = sealed.split('.');
  const key = keys.get(id);
  if (key === undefined)
    throw new Error(`it was encrypted with the key ${id}, which ROLECALL_ENCRYPTION_KEYS does not have`);
  const [nonce, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (nonce === undefined || tag === undefined || text === undefined) throw new Error('it is cut off');
  const decipher = createDecipheriv(CIPHER, key.bytes, nonce, { authTagLength: 16 })
    .setAAD(Buffer.from(owner))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
}
