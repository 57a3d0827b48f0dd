import { test } from 'vitest';
import { talkAboutFiles, labelsOf, asksOf } from '/work/batch/test/commands/talk.ts';
import { SPINNERS, ALL_TEN } from '/work/batch/test/commands/spinner.ts';
test('x', async () => {
  const { say, ask } = await talkAboutFiles(SPINNERS);
  for (const l of ['/plan spinner hours-per-week:10', '/plan spinner', '/plan spinner from:weaver hours-per-week:10', `/plan spinner have:"${ALL_TEN}"`, '/plan spinner budget:0', '/plan spinner have:"zzqx, sql"', '/plan spinner view:full from:weaver', '/plan weaver', '/plan weaver from:dyer hours-per-week:10 have:sql', '/skills spinner', '/skills spinner have:"sql, git"', '/skills weaver', '/roadmap spinner', '/roadmap weaver', '/roadmap dyer', '/role weaver', '/transition weaver','/transition spinner', '/skills dyer'])
    console.log('=====', l, '\n', await say(l));
  for (const d of ['de', 'es', 'pt-BR']) for (const l of ['/plan spinner hours-per-week:10 have:"zzqx, sql"', '/plan weaver from:dyer', '/plan spinner view:full from:weaver', '/plan spinner budget:0', '/why plan spinner hours-per-week:10']) console.log('=====', d, l, '\n', await say(l, d));
  console.log(JSON.stringify(asksOf(await ask('/plan weaver from:dyer hours-per-week:10'))));
});
