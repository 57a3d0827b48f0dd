import { defineCommand } from '../../src/command.ts';
import { LANGUAGES } from '../../src/message/language.ts';
import { askOf } from '../input/resolve.ts';
import { suggestZones } from '../prompts/plan.ts';
import { askZone } from '../prompts/zone.ts';
import { settingsCard } from './card.ts';
import { changeSettings } from './change.ts';
import { channelCard } from './channel-card.ts';
import { settingsForm } from './form.ts';
import { settingsHistory } from './history.ts';
import { communityHere, ruledHere } from './here.ts';
import { readChanges } from './read.ts';

/** What a community chose, on one card; told something, it is changed first. */
export const settings = defineCommand({
  name: 'settings',
  summary: 'What this community chose: language, zone, who sees answers, which commands where',
  options: {
    view: { kind: 'choice', description: 'history: who changed what', choices: ['history'] },
    language: {
      kind: 'choice',
      description: 'The language of what I post here by myself; none takes it back',
      choices: [...LANGUAGES, 'none'],
    },
    zone: {
      kind: 'words',
      description: 'The city by whose time this community lives, such as Madrid; none takes it back',
      suggest: suggestZones,
    },
    answers: {
      kind: 'choice',
      description: 'Who sees answers, here or in the channel; default takes it back',
      choices: ['private', 'everyone', 'default'],
    },
    managers: {
      kind: 'words',
      names: 'group',
      description: 'The role or group that manages me beside the administrators; none takes it back',
    },
    allow: {
      kind: 'words',
      description: 'The only commands that may be asked, such as role, salary; all takes it back',
    },
    refuse: {
      kind: 'words',
      description: 'Commands that may not be asked, such as course, rank; none takes it back',
    },
    reports: {
      kind: 'words',
      names: 'channel',
      orWords: true,
      description: 'The channel where reports and notices are posted; none posts them nowhere',
    },
    counts: {
      kind: 'choice',
      description: 'Whether I count, without people, what is asked here',
      choices: ['on', 'off'],
    },
    channel: {
      kind: 'words',
      names: 'channel',
      description: 'The channel that answers, allow and refuse are for; the whole community without one',
    },
  },
  examples: ['settings', 'settings language:es answers:everyone', 'settings view:history'],
  shareable: false,
  managersOnly: true,
  changes: true,
  form: settingsForm,
  answer: async ({ view, channel, ...told }, context) => {
    const community = communityHere(context.place);
    if (view === 'history') return settingsHistory(community, context);
    const zone = askZone(
      told.zone === 'none' ? undefined : told.zone,
      askOf('settings', { channel, ...told }),
    );
    if (zone !== undefined) return zone;
    const ruled = ruledHere(channel, context.place);
    const changed = await changeSettings(readChanges(told, context), community, ruled, context);
    return ruled === null
      ? settingsCard(community, changed, context)
      : channelCard(community, ruled, changed, context);
  },
});
