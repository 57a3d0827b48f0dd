import fc from 'fast-check';
import { HOSTILE } from '../adapters/contract-bot.ts';
import { anyText } from '../any-text.ts';

/** An input schema, as far as arguments are made from it. */
export interface Input {
  readonly properties?: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
}

type Given = Record<string, unknown>;

/** What people say, in any language, and what nobody should. */
const WORDS = [
  'ml engineer',
  'data scientist to ml engineer',
  'desarrollador web',
  'Softwareentwicklerin',
  'python, sql',
  'advice',
  'role ml-engineer pay',
  'salary sre',
  'zzzz',
  ...HOSTILE,
];

const words = fc.oneof(fc.constantFrom(...WORDS), anyText(60));

/** Arguments that a schema allows: what is required, and some of the rest. */
export function argumentsFor({ properties = {}, required = [] }: Input): fc.Arbitrary<Given> {
  const entries = Object.entries(properties).map(([name, schema]) => [name, valueFor(schema)] as const);
  return fc.record(Object.fromEntries(entries), { requiredKeys: [...required] });
}

function valueFor(schema: object): fc.Arbitrary<unknown> {
  const {
    enum: choices,
    type,
    minimum = 0,
    maximum = 1,
  } = schema as {
    enum?: string[];
    type?: string;
    minimum?: number;
    maximum?: number;
  };
  if (choices !== undefined) return fc.constantFrom(...choices);
  return type === 'number' ? fc.integer({ min: minimum, max: maximum }) : words;
}
