import { test } from 'vitest';
import { talk, talkAboutFiles } from '../commands/talk.ts';
import { SPINNERS } from '../commands/spinner.ts';
import { readKnownSkills } from '../../commands/input/known-skills.ts';
import { skillListsOf } from '../../knowledge/skill-lists.ts';
test('x', async () => {
  const { knowledge } = await talk();
  for (const g of knowledge.of('guide').all) {
    const ids = new Set(skillListsOf(knowledge).of(g.role).map(({ id }) => id));
    if (ids.size !== g.skills.length) console.log('SIZE', g.role, ids.size, g.skills.length);
    for (const { name, skillId } of g.skills) {
      const got = readKnownSkills(name, g.role, knowledge).skills.map(({ id }) => id);
      if (got.length !== 1 || got[0] !== skillId) console.log('READ', g.role, '|', name, '|', skillId, '|', got.join());
    }
  }
  console.log((await (await talkAboutFiles(SPINNERS)).say('/skills spinner view:full')).slice(0, 300));
  console.log('NOLIST', knowledge.of('guide').all.filter((g) => (knowledge.roles.get(g.role)?.skills.length ?? 0) === 0).map((g) => g.role));
});
