import type { Chart, SpokenChart } from './chart.ts';
import { altOf } from './chart/alt.ts';
import type { Form, FormField } from './form.ts';
import type { Language } from './message/language.ts';
import type { Spoken, SpokenText } from './message/speak.ts';
import { speak, speakData, speakText } from './message/speak.ts';
import type { Action, Credit, Reply, ReplyNode } from './reply.ts';

type Picture = Extract<ReplyNode, { kind: 'picture' }>;
/** A node in one language. */
export type SpokenNode =
  | Spoken<Exclude<ReplyNode, Picture>>
  | (Omit<Picture, 'chart'> & {
      readonly chart: SpokenChart;
      /** What is to be seen in a sentence or two: shown until there is a picture, or in its stead. */
      readonly alt: string;
    });
export type SpokenAction = Spoken<Action>;
export type SpokenChoice = Spoken<Extract<Action, { kind: 'choose' }>>['choices'][number];
export type SpokenCredit = Spoken<Credit>;
export type SpokenForm = Spoken<Form>;
export type SpokenField = Spoken<FormField>;

/** An answer in the words of one language: what a renderer shows. */
export type SpokenReply = Omit<Spoken<Reply>, 'lead' | 'body' | 'language'> & {
  readonly lead: SpokenText;
  readonly body: readonly SpokenNode[];
  readonly language: Language;
};

const spoken = new WeakMap<Reply, Map<Language, SpokenReply>>();

/**
 * An answer in a reader's language. The same answer is put into words once for each language. @throws if a sentence in it
 * has no value for a placeholder.
 */
export function speakReply(reply: Reply, reader: Language): SpokenReply {
  const language = reply.language ?? reader;
  const known = spoken.get(reply) ?? new Map<Language, SpokenReply>();
  spoken.set(reply, known);
  const words = known.get(language) ?? makeWords(reply, language);
  known.set(language, words);
  return words;
}

function makeWords(reply: Reply, language: Language): SpokenReply {
  return {
    ...reply,
    title: speak(reply.title, language),
    lead: speakText(reply.lead, language),
    body: reply.body.map((node) => speakNode(node, language)),
    sources: speakData(reply.sources, language),
    language,
  };
}

/** A node in a language. */
function speakNode(node: ReplyNode, language: Language): SpokenNode {
  if (node.kind !== 'picture') return speakData(node, language);
  const { kind, chart, ...more } = node;
  const words = speakChart(chart, language);
  return { kind, chart: words, alt: altOf(words, language), ...more };
}

/** A chart in a language. */
export function speakChart(chart: Chart, language: Language): SpokenChart {
  const words = speakData(chart, language);
  return language === 'en' ? words : { ...words, language };
}

/** A form in a language. */
export function speakForm<F extends Form>(form: F, language: Language): Omit<F, keyof Form> & SpokenForm {
  const { title, fields, ...more } = form;
  return { title: speak(title, language), fields: speakData(fields, language), ...more };
}
