import type { Inline, Text } from '../reply.ts';
import { channel } from '../reply.ts';

/** A sentence in which targets of a place (`chat:C123`) are shown as its channels. */
export function withChannels(sentence: string, place: string): Text {
  const target = new RegExp(`\\b${RegExp.escape(place)}:([A-Za-z0-9]+)`);
  // With one group, words and ids take turns.
  return sentence
    .split(target)
    .map((part, at): Inline => (at % 2 === 0 ? part : channel(part)))
    .filter((part) => part !== '');
}
