import type { Settings, Variable } from '../adapter.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { ok } from '../diagnosis.ts';

/** What lets programs ask over HTTP; without it there is nothing for them. */
const token: Variable = {
  name: 'ROLECALL_API_TOKEN',
  about:
    'Lets programs ask over HTTP, at /api/v1 and /mcp on PORT, that send it as a bearer token: 16 letters or more of your own, such as "openssl rand -hex 32" prints.',
  secret: true,
  check: (value) =>
    /^[\x21-\x7e]{16,}$/.test(value)
      ? undefined
      : 'a token of 16 letters or more, without spaces, is needed; "openssl rand -hex 32" prints one',
};

/** The token that programs send, as the variables have it. */
export function tokenIn(variables: Readonly<Record<string, string>>): string {
  return variables[token.name] ?? '';
}

/** What turns a place for programs on. */
export function programSettings(place: string): Settings {
  return { place, ways: [{ name: 'HTTP', needs: [token.name], overHttp: true }], variables: [token] };
}

/** What a check-up says of a place for programs: there is nobody to ask whether it is set up, and nothing to press. */
export async function diagnosePrograms({ place }: Settings, address: string): Promise<readonly Diagnosis[]> {
  return [ok(place, `whoever has ${token.name} may ask at ${address} on PORT`)];
}
