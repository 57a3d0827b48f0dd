import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openMeasuring, watchProcess } from '../src/cli/measuring.ts';
import { openHost } from '../src/cli/open-host.ts';
import { createLifecycle } from '../src/cli/readiness.ts';
import { silentLog } from '../src/log.ts';

const page = readFileSync('docs/operator.md', 'utf8');
const named = (pattern: RegExp) => new Set(Array.from(page.matchAll(pattern), ([, name = '']) => name));

/** What the page says is served, as a process without a place serves it; closed with the test. */
async function open(onTestFinished: (close: () => Promise<void>) => void) {
  const variables = { PORT: '0', ROLECALL_API_TOKEN: 'a-secret-of-the-test' };
  const run = { config: { variables, places: [], problems: [], warnings: [] }, log: silentLog };
  const measuring = await openMeasuring(variables, silentLog);
  const lifecycle = createLifecycle();
  const host = openHost(run, lifecycle, measuring);
  await host.open();
  onTestFinished(() => host.close());
  watchProcess(measuring, { lifecycle, prompts: { waiting: async () => 0 } });
  return { host, lifecycle, token: variables.ROLECALL_API_TOKEN };
}

describe('the page for operators', () => {
  test('asks for nothing that is not there', async ({ onTestFinished }) => {
    const { host, token } = await open(onTestFinished);
    const paths = named(/localhost:3000(\/\S+)/g);
    expect([...paths]).toEqual(['/healthz', '/readyz', '/metrics']);
    for (const path of paths) {
      const answer = await fetch(`http://127.0.0.1:${host.port}${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect([path, answer.status]).toEqual([path, path === '/readyz' ? 503 : 200]);
    }
    expect((await fetch(`http://127.0.0.1:${host.port}/metrics`)).status).toBe(401);
  });

  test('lists the figures that there are, all of them', async ({ onTestFinished }) => {
    const { host, token } = await open(onTestFinished);
    const headers = { authorization: `Bearer ${token}` };
    const text = await (await fetch(`http://127.0.0.1:${host.port}/metrics`, { headers })).text();
    const there = Array.from(text.matchAll(/^# TYPE (\w+)/gm), ([, name = '']) => name);
    const listed = named(/`((?:rolecall|process|nodejs)_\w+)`/g);
    expect(there.filter((name) => name.startsWith('rolecall_')).filter((name) => !listed.has(name))).toEqual(
      [],
    );
    expect([...listed].filter((name) => !there.includes(name))).toEqual([]);
  });

  test('names variables that are read', () => {
    const example = readFileSync('.env.example', 'utf8');
    const variables = named(/`((?:ROLECALL_[A-Z_]+|PORT|LOG_LEVEL))/g);
    expect(variables.size).toBeGreaterThan(3);
    expect([...variables].filter((name) => !example.includes(`${name}=`))).toEqual([]);
  });

  test('has the words of /readyz', () => {
    const lifecycle = createLifecycle();
    const words = [lifecycle.readiness().word];
    lifecycle.done('knowledge');
    lifecycle.done('store');
    lifecycle.connected([]);
    words.push(lifecycle.readiness().word);
    lifecycle.stopping();
    words.push(lifecycle.readiness().word);
    expect(words.map((word) => page.includes(`\`${word}\``))).toEqual([true, true, true]);
  });
});

describe('what runs it', () => {
  const dockerfile = readFileSync('Dockerfile', 'utf8');
  const cluster = readFileSync('docs/run/kubernetes.yaml', 'utf8');
  const fly = readFileSync('docs/run/fly.toml', 'utf8');

  test('asks for health where it is served', async ({ onTestFinished }) => {
    const { host } = await open(onTestFinished);
    const probes = [
      ...cluster.matchAll(/path: (\/\w+), port: http/g),
      ...dockerfile.matchAll(/'(\/\w+z)'/g),
      ...fly.matchAll(/^path = '(\S+)'$/gm),
    ];
    expect(probes.map(([, path]) => path)).toEqual([
      '/healthz',
      '/healthz',
      '/readyz',
      '/healthz',
      '/readyz',
    ]);
    for (const [, path = ''] of probes)
      expect([path, (await fetch(`http://127.0.0.1:${host.port}${path}`)).status]).not.toContain(404);
  });

  test('agrees on the port, the folder of the memory, and the time to end in', () => {
    const port = /^ENV PORT=(\d+)$/m.exec(dockerfile)?.[1];
    const folder = /^ENV ROLECALL_DATA_DIR=(\S+)$/m.exec(dockerfile)?.[1];
    expect(cluster).toContain(`containerPort: ${port} `);
    expect(cluster).toContain(`mountPath: ${folder} `);
    const [, seconds] = /terminationGracePeriodSeconds: (\d+)/.exec(cluster) ?? [];
    expect(page).toContain(`wait for ${seconds}.`);
    expect(readFileSync('compose.yaml', 'utf8')).toContain(`stop_grace_period: ${seconds}s`);
    expect(readFileSync('docs/run/rolecall.service', 'utf8')).toContain(`TimeoutStopSec=${seconds}\n`);
    for (const line of [
      `internal_port = ${port}`,
      `PORT = '${port}'`,
      `destination = '${folder}'`,
      `ROLECALL_DATA_DIR = '${folder}'`,
      `kill_timeout = '${seconds}s'`,
    ])
      expect(fly.split('\n')).toContain(line);
  });
});
