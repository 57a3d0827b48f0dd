import type { JsonSchema, Operation } from '../../src/api/operations.ts';
import { ANSWER_SCHEMA } from '../../src/api/record.ts';
import { VERSION } from '../../src/version.ts';

/** The description of the API for generators of clients, made of the commands. https://spec.openapis.org/oas/v3.1.0 */
export function openApi(operations: readonly Operation[], base: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rolecall',
      version: VERSION,
      description: 'Answers about technology careers, with their sources.',
    },
    paths: Object.fromEntries(
      operations.map((operation) => [`${base}/${operation.name}`, pathOf(operation)]),
    ),
    security: [{ token: [] }],
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Answer: ANSWER_SCHEMA, Problem: PROBLEM },
      responses: {
        Answer: answering('The answer; a miss is one, too', 'Answer'),
        Problem: answering('A sentence that says what to do', 'Problem'),
      },
    },
  };
}

const PROBLEM: JsonSchema = {
  type: 'object',
  properties: { error: { type: 'string' } },
  required: ['error'],
};

function pathOf({ name, description, input }: Operation): object {
  const responses = {
    '200': { $ref: '#/components/responses/Answer' },
    ...Object.fromEntries(
      ['400', '401', '429', '500'].map((status) => [status, { $ref: '#/components/responses/Problem' }]),
    ),
  };
  const common = { summary: description, responses };
  return {
    get: { ...common, operationId: `get-${name}`, parameters: parametersOf(input) },
    post: {
      ...common,
      operationId: `post-${name}`,
      requestBody: { required: true, content: json({ ...input }) },
    },
  };
}

function parametersOf({ properties, required }: Operation['input']): object[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    description: schema['description'],
    schema,
  }));
}

function answering(description: string, schema: string): object {
  return { description, content: json({ $ref: `#/components/schemas/${schema}` }) };
}

function json(schema: JsonSchema): object {
  return { 'application/json': { schema } };
}
