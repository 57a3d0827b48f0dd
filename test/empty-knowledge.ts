import type { Catalogue, KnowledgeBase } from '../knowledge/index.ts';

function emptyCatalogue<T>(): Catalogue<T> {
  return {
    all: [],
    get: () => undefined,
    named: () => undefined,
    find: () => ({ match: { kind: 'none', choices: [] }, choices: [] }),
    suggest: () => [],
  };
}

/** A knowledge base that knows nothing, for tests of what needs none. */
export function emptyKnowledge(): KnowledgeBase {
  return {
    roles: emptyCatalogue(),
    courses: emptyCatalogue(),
    skills: emptyCatalogue(),
    sources: new Map(),
    transitions: {
      all: [],
      into: () => [],
      outOf: () => [],
      between: () => undefined,
      path: () => undefined,
    },
    prompts: [],
    splitPair: () => undefined,
    version: 'empty',
  };
}
