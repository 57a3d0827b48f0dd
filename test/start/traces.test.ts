import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { command } from '../adapters/discord/deeds.ts';
import { textsOf } from '../adapters/discord/exchange.ts';
import { CHANNEL, GUILD, startPeer, USER } from '../adapters/discord/peer.ts';
import { createTraces } from '../../src/metrics/traces.ts';
import { silentLog } from '../../src/log.ts';
import { scratch } from '../outbox/world.ts';
import { makeDue, NOW } from '../prompts/world.ts';
import { started } from './started.ts';

/** A span as OTLP writes it in JSON. https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding */
interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
}

interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: Pick<Span, 'attributes'>;
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

/** A collector on this machine, that takes traces or says that it cannot. */
async function openCollector(status = 200) {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      if (request.url === '/v1/traces') bodies.push(body);
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const sent = () => bodies.flatMap((body) => (JSON.parse(body) as Sent).resourceSpans);
  const spans = () => sent().flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  return { url: `http://127.0.0.1:${port}`, bodies, sent, spans };
}

/** The labels of a span, and what it is below of. */
function seen(all: readonly Span[]) {
  const nameOf = (id = '') => all.find(({ spanId }) => spanId === id)?.name ?? null;
  return all.map(({ name, parentSpanId, attributes }) => ({
    name,
    under: nameOf(parentSpanId),
    ...labelsOf(attributes),
  }));
}

function labelsOf(attributes: Span['attributes']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}

test('an answer and a delivery are a trace each, without a word of who or where', async () => {
  const [collector, peer] = await Promise.all([openCollector(), startPeer()]);
  const room = scratch();
  const { folder } = room;
  onTestFinished(async () => {
    await peer.stop();
    room.remove();
  });
  const env = { ...peer.variables, ROLECALL_DATA_DIR: folder, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
  const bot = started({ env }, onTestFinished);
  await bot.tells('\nready');
  const manager = { member: { user: { id: USER }, roles: [], permissions: '32' } };
  const ask = async (name: string, values: Record<string, string>) => {
    const { answered } = peer.interact({ ...command(name, values), ...manager });
    return textsOf(await answered).join('\n');
  };
  await ask('role', { role: 'sre' });
  await ask('prompts add', { track: 'ml-engineer', when: NOW });
  await makeDue(join(folder, 'rolecall.sqlite'));
  await expect.poll(() => peer.channels.messages.length, { timeout: 30_000 }).toBe(2);
  bot.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
  const found = seen(collector.spans());
  const labels = { place: 'discord', command: 'role', outcome: 'answer' };
  expect(found).toContainEqual({ name: 'interaction', under: null, kind: 'ask', outcome: 'sent' });
  expect(found).toContainEqual({ name: 'answer', under: 'interaction', ...labels });
  expect(found).toContainEqual({
    name: 'platform.request',
    under: 'interaction',
    place: 'discord',
    verdict: 'ok',
  });
  expect(found).toContainEqual({ name: 'delivery', under: null, place: 'discord' });
  expect(found).toContainEqual(
    expect.objectContaining({ name: 'delivery.step', under: 'delivery', step: 'post', outcome: 'posted' }),
  );
  expect(found).toContainEqual(expect.objectContaining({ name: 'platform.request', under: 'delivery.step' }));
  const [first] = collector.sent();
  expect(labelsOf(first?.resource.attributes ?? [])).toMatchObject({ 'service.name': 'rolecall' });
  const all = collector.bodies.join();
  for (const secret of [GUILD, CHANNEL, USER, 'sre', 'ml-engineer', '127.0.0.1'])
    expect(all).not.toContain(secret);
});

test('a collector that takes nothing is told of once, and the work goes on', async () => {
  const collector = await openCollector(400);
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', collector.url);
  onTestFinished(() => void vi.unstubAllEnvs());
  const told: string[] = [];
  const traces = createTraces({ ...silentLog, warn: (_, message) => void told.push(message) }, 20);
  for (let times = 1; times <= 3; times += 1) {
    expect(await traces.span('answer', {}, async () => times)).toBe(times);
    await expect.poll(() => collector.bodies.length).toBe(times);
  }
  await traces.stop();
  expect(told).toEqual(['the collector of OpenTelemetry does not take traces']);
});
