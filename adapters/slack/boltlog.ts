import type { Logger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import type { Log } from '../../src/log.ts';
import { reasonOf, withoutSecrets } from './reason.ts';

/**
 * Bolt's log lines in ours. Its debug lines hold whole payloads, so people's words and tickets: they are never written.
 * What it calls an error is a warning here, since every one of them is survived.
 */
export function boltLogger(log: Log): Logger {
  const write = (level: 'debug' | 'warn', parts: readonly unknown[]) => {
    const reason = parts
      .map((part) => (typeof part === 'string' ? withoutSecrets(part) : reasonOf(part)))
      .join(' ');
    log[level]({ from: 'bolt', reason }, 'Bolt says');
  };
  return {
    debug: () => undefined,
    info: (...parts) => write('debug', parts),
    warn: (...parts) => write('warn', parts),
    error: (...parts) => write('warn', parts),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
