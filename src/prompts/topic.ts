import type { Prompt } from '../../knowledge/index.ts';
import type { Said } from '../message/message.ts';

/** One week of a track, in every language it was written in. A community's own may have nothing to read, build or discuss. */
export interface Topic extends Pick<Prompt, 'order' | 'skills' | 'sources'> {
  /** Its folder and file: what tells it from every other. */
  readonly key: string;
  /** The id of a role or a topic. */
  readonly track: string;
  readonly title: Said;
  readonly duration?: Prompt['duration'];
  readonly phase?: Said | undefined;
  readonly why: Said;
  readonly read?: (Omit<NonNullable<Prompt['read']>, 'title'> & { readonly title: Said }) | undefined;
  readonly build?: Omit<Prompt['build'], 'text'> & { readonly text: Said };
  readonly discuss?: Said | undefined;
  readonly hint?: Said | undefined;
  readonly answer?: Said | undefined;
}
