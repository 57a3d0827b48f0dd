/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly json?: object;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A failure to be answered in the stead of the real thing, for as many requests as said. */
export interface Failure {
  readonly path: RegExp;
  readonly method?: string;
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** No answer at all: the connection is closed, before or after the request was carried out. */
  readonly cut?: 'before' | 'after';
  times: number;
}

export const UNAUTHORIZED: Answer = { status: 401, json: { code: 0, message: '401: Unauthorized' } };
export const UNKNOWN_INTERACTION: Answer = {
  status: 404,
  json: { code: 10_062, message: 'Unknown interaction' },
};
export const UNKNOWN_WEBHOOK: Answer = { status: 404, json: { code: 10_015, message: 'Unknown Webhook' } };
