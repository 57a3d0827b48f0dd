import type { Kind } from './define.ts';
import { background } from './background.ts';
import { course } from './course.ts';
import { facts } from './facts.ts';
import { guide } from './guide.ts';
import { prompt } from './prompt.ts';
import { role } from './role.ts';
import { skill } from './skill.ts';
import { source } from './source.ts';
import { topic } from './topic.ts';
import { transition } from './transition.ts';

const kinds = [role, facts, guide, background, transition, course, skill, source, prompt, topic] as const;

/** Every kind of entry that a pack holds, in the order in which they are told. */
export const KINDS: readonly Kind[] = kinds;

type Defined = (typeof kinds)[number];

/** Kinds whose entries can be looked up; facts are part of their role. */
export type KindName = Exclude<Defined['name'], 'facts'>;

/** The type of an entry of each kind, as its files and lines hold it. */
export type Entries = { [Each in Defined as Each['name']]: EntryOf<Each> };

type EntryOf<Each> = Each extends Kind<string, infer Entry> ? Entry : never;
