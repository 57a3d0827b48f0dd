import { expect, onTestFinished, test, vi } from 'vitest';
import { openPrompts } from '../../prompts/world.ts';
import { actionFor, openHouse, outcome } from './driver.ts';

async function open() {
  const prompts = await openPrompts();
  const house = await openHouse(prompts.bot);
  onTestFinished(async () => {
    await prompts.close();
    await house.stop();
  });
  return house.peer;
}

test('a member gets what is kept of them as a file in a message to them alone, and has it deleted', async () => {
  const peer = await open();
  await outcome(peer.command('/report "role sre" what:"Mine, here."'));
  await outcome(peer.command('/report "role sre" what:"Of somebody else."', { user_id: 'U2' }));
  const answer = await outcome(peer.command('/privacy export'));
  expect(answer.faults).toEqual([]);
  expect(answer.texts.join('\n')).toContain('One line as it is kept');
  await vi.waitUntil(() => peer.calls.some(({ method }) => method === 'files.completeUploadExternal'));
  const [, note] = [...peer.landings].slice(-2);
  expect(note).toMatchObject({ channel: 'U1', text: 'rolecall-export.json' });
  const shared = peer.calls.find(({ method }) => method === 'files.completeUploadExternal');
  // The conversation that Slack opened for the message to that person.
  expect(shared?.body['channel_id']).toBe('C1');
  const file = JSON.parse(/\{.*\}/s.exec(String([...peer.uploads.values()].at(-1)))?.[0] ?? '') as object;
  expect(file).toMatchObject({ place: 'slack', member: 'U1', reports: [{ what: 'Mine, here.' }] });
  expect(JSON.stringify(file)).not.toContain('somebody else');

  const question = await outcome(peer.command('/privacy delete'));
  const gone = await outcome(peer.act(actionFor(question.body, 'Delete it all')));
  expect(gone.texts.join('\n')).toContain('One report of a mistake');
  expect((await outcome(peer.command('/privacy'))).texts.join('\n')).toContain('I keep nothing about you');
  const others = await outcome(peer.command('/privacy show', { user_id: 'U2' }));
  expect(others.texts.join('\n')).toContain('Of somebody else.');
  expect(
    peer.landings.every(
      ({ by, user, channel }) => user !== null || (by === 'chat.postMessage' && channel === 'U1'),
    ),
  ).toBe(true);
});

test('without the scope for files the same comes in words', async () => {
  const peer = await open();
  await outcome(peer.command(`/report "role sre" what:"${'Mine. '.repeat(60)}"`));
  peer.script('files.getUploadURLExternal', { body: { ok: false, error: 'missing_scope' } });
  await outcome(peer.command('/privacy export'));
  const parts = () => peer.calls.filter(({ body }) => (body['blocks'] ?? '').includes('preformatted'));
  await vi.waitUntil(() => parts().length > 0);
  const json = parts().map(({ body }) => {
    const [block] = JSON.parse(body['blocks'] ?? '[]') as { elements: { elements: { text: string }[] }[] }[];
    return block?.elements[0]?.elements[0]?.text;
  });
  expect(JSON.parse(json.join(''))).toMatchObject({ member: 'U1', version: 1 });
});
