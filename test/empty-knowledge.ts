import type { Repository, KnowledgeBase } from '../knowledge/index.ts';

function emptyRepository<T>(): Repository<T> {
  return {
    all: [],
    get: () => undefined,
    named: () => undefined,
    find: () => ({ match: { kind: 'none', choices: [] }, choices: [] }),
    lookUp: () => undefined,
    suggest: () => [],
    translated: () => undefined,
  };
}

/** A knowledge base that knows nothing, for tests of what needs none. */
export function emptyKnowledge(): KnowledgeBase {
  return {
    of: () => emptyRepository(),
    roles: emptyRepository(),
    courses: emptyRepository(),
    skills: emptyRepository(),
    sources: new Map(),
    transitions: {
      all: [],
      into: () => [],
      outOf: () => [],
      between: () => undefined,
      path: () => undefined,
    },
    prompts: [],
    refOf: () => undefined,
    splitPair: () => undefined,
    version: 'empty',
  };
}
