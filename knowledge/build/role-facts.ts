import { advertisedFacts } from './advertised-facts.ts';
import { outlookFacts, wageFacts } from './bls-facts.ts';
import { escoFacts } from './esco-facts.ts';
import { gdadFacts } from './gdad-facts.ts';
import { onetFacts } from './onet-facts.ts';
import type { MakeFacts } from './source-facts.ts';

/** The sources whose facts are made and never written by hand, by their ids. */
export const MADE: Readonly<Record<string, MakeFacts>> = {
  'ai-jobs': advertisedFacts('ai-jobs'),
  'bls-projections': outlookFacts,
  esco: escoFacts,
  gdad: gdadFacts,
  'infosec-jobs': advertisedFacts('infosec-jobs'),
  oews: wageFacts,
  onet: onetFacts,
};
