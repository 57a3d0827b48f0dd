import { parentPort } from 'node:worker_threads';
import { draw } from './draw.ts';
import type { Delivered, Order } from './pictures.ts';

/** The thread that draws: one order in, one picture out. */
parentPort?.on('message', (order: Order) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is no window
  void deliver(order).then((delivered) => parentPort?.postMessage(delivered));
});

async function deliver({ chart }: Order): Promise<Delivered> {
  try {
    return { png: await draw(chart) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
