import type { CommandContext } from '../../src/command.ts';
import { defineCommand } from '../../src/command.ts';
import { clipWords } from '../../src/fit/clip.ts';
import { amount, enumerate } from '../../src/message/figures.ts';
import { message, say } from '../../src/message/say.ts';
import { Problem } from '../../src/problem.ts';
import type { Proposal, ProposedPrompt } from '../../src/community/proposals.ts';
import { LENGTHS, readLink, readWords } from '../../src/community/proposals.ts';
import type { Ask, Draft } from '../../src/reply.ts';
import { askButton } from '../../src/reply.ts';
import { askOf, suggestRoles } from '../input/resolve.ts';
import { nextActions, asButtonsOrMenu } from '../views/actions.ts';
import { proposalNodes } from './proposed.ts';
import { namesOf } from './called.ts';
import { followedIn } from './follow.ts';
import { settleTrack, writtenTitle } from './tracks.ts';
import { communityOf } from './where.ts';

/** A member's own idea for a prompt; a manager's is taken at once. */
export const proposePrompt = defineCommand({
  name: 'prompts propose',
  summary: 'Propose a prompt of your own; whoever manages this community decides',
  options: {
    build: { kind: 'words', description: 'What to build, in a sentence or two' },
    discuss: { kind: 'words', description: 'A question to discuss' },
    title: { kind: 'words', description: 'The topic in a few words; the first words if you leave it out' },
    link: { kind: 'words', description: 'One thing to read or watch: an https address' },
    track: {
      kind: 'words',
      description: 'The role whose road it is for; the one that is posted here if you leave it out',
      suggest: suggestRoles,
    },
  },
  examples: [
    'prompts propose Chart the pay of three roles you could move to. title:"Pay, drawn" track:data-analyst',
    'prompts propose discuss:"Which alert did you last switch off, and why?" track:sre',
  ],
  shareable: false,
  changes: true,
  needsRank: true,
  answer: async (told, context) => {
    const prompt = promptIn(told);
    const ask = askOf('prompts propose', told);
    const track = told.track ?? (await onlyTrack(context));
    if (typeof track !== 'string') return whichTrack(ask, track.several, context);
    const role = settleTrack(track, ask, 'track', context);
    if (role.kind === 'unresolved') return role.reply;
    const { asker, place } = context;
    const member = { community: communityOf(place), id: asker.id };
    const made = await context.community.proposals.propose(
      member,
      { ...prompt, track: role.entry.id },
      asker.manages,
    );
    const draft = made.state === 'accepted' ? await taken(made, context) : proposed(made, context);
    return { ...draft, body: [...(draft.body ?? []), ...role.guess], match: role.match };
  },
});

type Told = { readonly [Part in 'build' | 'discuss' | 'title' | 'link']?: string | undefined };

/** What was typed, checked. @throws Problem saying what to do. */
function promptIn({ build, discuss, title, link }: Told): Omit<ProposedPrompt, 'track'> {
  const main = build ?? discuss;
  if (main === undefined)
    throw new Problem(
      say('Say what to build, or what to discuss: /prompts propose Draw the pay of three roles.'),
    );
  const first = clipWords(readWords(build === undefined ? 'discuss' : 'build', main), LENGTHS.title);
  return {
    title: title === undefined ? first : readWords('title', title),
    ...(build === undefined ? {} : { build: readWords('build', build) }),
    ...(discuss === undefined ? {} : { discuss: readWords('discuss', discuss) }),
    ...(link === undefined ? {} : { link: readLink(link) }),
  };
}

/** The one track that is posted here, else all of them. */
async function onlyTrack({ community, place }: CommandContext): Promise<string | { several: string[] }> {
  const states = await community.schedules.list(communityOf(place));
  const followed = states.map(({ schedule }) => schedule.content.track);
  const tracks = [...new Set(followed)].filter((track) => followedIn(track) === undefined);
  const [track] = tracks;
  return track !== undefined && tracks.length === 1 ? track : { several: tracks };
}

function whichTrack(ask: Ask, tracks: readonly string[], { knowledge }: CommandContext): Draft {
  const choices = tracks.map((track) => ({
    label: writtenTitle(track, knowledge),
    ask: { ...ask, values: { ...ask.values, track } },
  }));
  return {
    tone: 'question',
    title: say('For which role?'),
    lead: [say('Name the role whose road it is for, as in track:data-analyst.')],
    body: nextActions(asButtonsOrMenu(say('Pick one'), choices)),
  };
}

function proposed(made: Proposal, { knowledge }: CommandContext): Draft {
  return {
    title: say('Proposed: {title}', { title: made.title }),
    lead: [
      say(
        'For {role}. Whoever manages this community decides; I write to nobody about it, so look into /study: it shows what became of it, and why.',
        { role: writtenTitle(made.track, knowledge) },
      ),
    ],
    body: [...proposalNodes(made), ...nextActions([askButton(say('My studies'), 'study', {})])],
  };
}

const NOWHERE = message(
  'No schedule here follows all of {role} yet: /prompts add {track} when:"mon 09:00" makes one.',
);
const POSTED_BY = message(
  '{schedules} {n, plural, one {posts} other {post}} it before the prompts of the road.',
);

/** What a prompt that was accepted looks like, and which schedule posts it. */
export async function taken(made: Proposal, { community, place, knowledge }: CommandContext): Promise<Draft> {
  const states = await community.schedules.list(communityOf(place));
  const schedules = states.map(({ schedule }) => schedule);
  const open = schedules.filter(
    ({ content: { track, phase, skills } }) =>
      track === made.track && phase === undefined && skills === undefined,
  );
  const names = namesOf(schedules, knowledge);
  const found = open.map(({ id }) => ({ id, name: names.get(id) ?? '' }));
  const role = writtenTitle(made.track, knowledge);
  const when =
    found.length === 0
      ? say(NOWHERE, { role, track: made.track })
      : say(POSTED_BY, { schedules: enumerate(found.map(({ name }) => name)), ...amount(found.length) });
  return {
    title: say('Accepted: {title}', { title: made.title }),
    lead: [when],
    body: [
      ...proposalNodes(made),
      ...nextActions([
        ...found
          .slice(0, 3)
          .map(({ id, name }) =>
            askButton(say('Preview {schedule}', { schedule: name }), 'prompts preview', { what: id }),
          ),
        askButton(say('Proposals'), 'prompts proposals', {}),
      ]),
    ],
  };
}
