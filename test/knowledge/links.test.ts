import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { checkLinks } from '../../knowledge/check/links.ts';
import { aPack, GOOD, source } from './pack.ts';

/** A web server that answers a path such as `/404/x` with the status in it, and counts what it is asked. */
async function aServer() {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const status = Number(url.split('/')[1]);
    response.writeHead(status, status > 300 && status < 400 ? { location: '/200/new' } : {}).end('a page');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server on a port
  const { port } = server.address() as AddressInfo;
  return { asked, at: (path: string) => `http://127.0.0.1:${port}${path}` };
}

it('every address is asked for once, and the dead and the moved are named by file and line', async () => {
  const { asked, at } = await aServer();
  const folder = aPack({
    ...GOOD,
    'sources/guide.yaml': source('guide', `url: ${at('/200/guide')}\n`),
    'sources/survey.yaml': source('survey', `url: ${at('/404/survey')}\n`),
    'roles/ml-engineer/guide.yaml': `jobs:\n  - items:\n      - { name: A, link: ${at('/301/board')} }\n      - { name: B, link: ${at('/302/soon')} }\n      - { name: C, link: ${at('/404/survey')} }\n      - { name: D, link: ${at('/503/busy')} }\n`,
  });
  const report = await checkLinks([folder]);
  const told = report.findings.map(({ file, line, field, severity, message }) => {
    return `${severity} ${file.slice(folder.length + 1)}:${line} ${field} ${message}`;
  });
  expect(told).toEqual([
    `warning roles/ml-engineer/guide.yaml:3 jobs[0].items[0].link has moved to ${at('/200/new')}: write that, if it says the same`,
    'warning roles/ml-engineer/guide.yaml:5 jobs[0].items[2].link is dead (404): find the page anew, or take it out',
    'warning sources/survey.yaml:7 url is dead (404): find the page anew, or take it out',
  ]);
  expect(report).toMatchObject({ asked: 5, unknown: [`${at('/503/busy')} (503)`] });
  expect(asked.toSorted()).toEqual(['/200/guide', '/301/board', '/302/soon', '/404/survey', '/503/busy']);
});

it('an address that does not answer is not said to be dead', async () => {
  const folder = aPack({ ...GOOD, 'sources/guide.yaml': source('guide', 'url: http://127.0.0.1:9/\n') });
  const { findings, unknown } = await checkLinks([folder]);
  expect(findings).toEqual([]);
  expect(unknown).toHaveLength(1);
});
