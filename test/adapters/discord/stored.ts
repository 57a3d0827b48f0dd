import type { IncomingMessage } from 'node:http';

/** Discord gives commands back with keys of its own, and without the empty and the false ones. */
export function asStored(command: object, at: number, application: string): object {
  const own = { id: `92000000000000000${at}`, application_id: application, version: '1', nsfw: false };
  const rest = { default_member_permissions: null, dm_permission: true, name_localizations: null };
  return { ...own, ...rest, ...(withoutDefaults(command) as object) };
}

/** Unless asked for them, Discord keeps the translations to itself. */
export function withoutTranslations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTranslations);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !name.endsWith('_localizations'));
  return Object.fromEntries(kept.map(([name, each]) => [name, withoutTranslations(each)]));
}

function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([, each]) => each !== false && !(Array.isArray(each) && each.length === 0),
  );
  return Object.fromEntries(entries.map(([name, each]) => [name, withoutDefaults(each)]));
}

/** What a request brought: JSON, or a form with files, which are put into `files`. */
export async function bodyOf(request: IncomingMessage, files: Map<string, Uint8Array>): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/')) {
    const form = await new Response(Buffer.concat(chunks), { headers: { 'content-type': type } }).formData();
    for (const [, value] of form)
      if (typeof value !== 'string') files.set(value.name, new Uint8Array(await value.arrayBuffer()));
    const payload = form.get('payload_json');
    return JSON.parse(typeof payload === 'string' ? payload : 'null') as unknown;
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
