import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SCOPES } from '../../adapters/slack/menu.ts';
import { createSeal } from '../../src/installations/seal.ts';
import { openStore } from '../../src/store/store.ts';
import { KEYS, teamOf, tokenOf } from '../adapters/slack/tenants.ts';
import type { Patient } from './patient.ts';
import { examined, grant, healthy } from './patient.ts';

/** One that two workspaces installed, each with a token of its own. */
async function distributed(): Promise<Patient> {
  const patient = await healthy(onTestFinished);
  const { SLACK_BOT_TOKEN: _, SLACK_APP_TOKEN: __, ...env } = patient.env;
  const store = await openStore({ file: join(patient.folder, 'rolecall.sqlite') });
  const seal = createSeal(KEYS[0]);
  for (const team of ['T1', 'T2']) {
    const secret = JSON.stringify({ token: tokenOf(team), botId: 'B', botUserId: 'U' });
    const community = `slack:${team}`;
    await store.installations.put({ community, sealed: seal.close(secret, community), at: 1 });
  }
  await store.close();
  const own = {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'client-secret',
    SLACK_SIGNING_SECRET: 'ab'.repeat(16),
    ROLECALL_ENCRYPTION_KEYS: KEYS[0],
  };
  return { ...patient, env: { ...env, ...own } };
}

describe('a bot for many workspaces', () => {
  test('is looked at workspace by workspace', async () => {
    const patient = await distributed();
    for (let times = 0; times < 2; times += 1) grant(patient.slack, SCOPES);
    const { found, wrong } = await examined(patient);
    expect(wrong).toEqual([]);
    const told = found.map(({ state, about, detail }) => `${state} ${about}: ${detail}`).join('\n');
    expect(told).toContain('ok slack workspaces: 2 installed the app, at https://YOUR-ADDRESS/slack/install');
    for (const team of ['T1', 'T2']) expect(told).toContain(`ok slack workspace ${team}: accepted`);
    expect(told).toContain('ok encryption keys: the first key opens all of 2 tokens');
    expect(patient.slack.calls.map(teamOf)).toEqual(['T1', 'T2']);
    expect(told).not.toContain('secretsecret');
  });

  test('one refused token is of one workspace', async () => {
    const patient = await distributed();
    patient.slack.answer = (call) =>
      teamOf(call) === 'T2' ? { ok: false, error: 'account_inactive' } : undefined;
    const { wrong } = await examined(patient);
    expect(wrong).toMatchObject([{ about: 'slack workspace T2', detail: 'refused by Slack' }]);
    expect(wrong[0]?.remedy).toContain('install it again, at https://YOUR-ADDRESS/slack/install');
  });

  test.each([
    ['another key', KEYS[1], /2 tokens are encrypted with keys that are not there \([0-9a-f]{8}\)/],
    ['an older key that is still needed', KEYS.toReversed().join(), /2 tokens need an older key/],
    ['what is no key', 'short', /2 tokens are kept and there is no key/],
  ])('%s is found', async (_, keys, detail) => {
    const patient = await distributed();
    patient.env['ROLECALL_ENCRYPTION_KEYS'] = keys;
    const { wrong } = await examined(patient);
    expect(wrong.find(({ about }) => about === 'encryption keys')?.detail).toMatch(detail);
  });
});
