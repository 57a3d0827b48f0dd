import { randomUUID } from 'node:crypto';

/** A view as the bot opened it. */
export interface OpenedView {
  readonly private_metadata: string;
  readonly [key: string]: unknown;
}

/** What somebody typed or ticked, by the id of the block. */
export type Filled = Readonly<Record<string, string | null | readonly string[]>>;

/** A form that was sent off, as Slack tells it. */
export function submissionOf(view: OpenedView, filled: Filled): object {
  const values = Object.entries(filled).map(([id, given]) => {
    const ticked = Array.isArray(given) ? given.map((value: string) => ({ value })) : undefined;
    const input =
      ticked === undefined
        ? { type: 'plain_text_input', value: given }
        : { type: 'checkboxes', selected_options: ticked };
    return [id, { [id]: input }];
  });
  return {
    type: 'view_submission',
    user: { id: 'U1', name: 'ann', team_id: 'T1' },
    team: { id: 'T1', domain: 'team' },
    api_app_id: 'A1',
    trigger_id: randomUUID(),
    view: { ...view, id: 'V1', state: { values: Object.fromEntries(values) } },
    response_urls: [],
  };
}
