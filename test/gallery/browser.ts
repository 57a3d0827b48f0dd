import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A page that was drawn. */
interface Shot {
  readonly png: Buffer;
}

/** A real Chromium, which draws pages one at a time. */
export interface Browser {
  /** Draws the page at an address, so many pixels wide and as high as it is. */
  shoot(address: string, width: number): Promise<Shot>;
  close(): Promise<void>;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
];
/** So that letters are as sharp as on a phone. */
const SCALE = 2;
const PHONE = 500;

/** Starts the Chromium of `CHROME_PATH`, or the first one in the `PATH`. */
export async function openBrowser(): Promise<Browser> {
  const home = mkdtempSync(join(tmpdir(), 'gallery-'));
  const child = spawn(chromium(), [...FLAGS, `--user-data-dir=${home}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const connection = await Connection.open(await addressOf(child));
  const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  await connection.send('Page.enable', {}, session);
  return {
    shoot: (address, width) => shoot(connection, session, address, width),
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await connection.send('Browser.close', {});
      await ended;
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function chromium(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(existsSync);
  const path = process.env['CHROME_PATH'] ?? found;
  if (path === undefined) throw new Error('No Chromium: install one, or set CHROME_PATH to it.');
  return path;
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += String(chunk);
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => reject(new Error(`Chromium ended: ${said}`)));
  });
}

const HEIGHT = 'Math.ceil(document.body.getBoundingClientRect().height)';

async function shoot(to: Connection, session: string, url: string, width: number): Promise<Shot> {
  const look = { width, height: 600, deviceScaleFactor: SCALE, mobile: width < PHONE };
  await to.send('Emulation.setDeviceMetricsOverride', look, session);
  const loaded = to.event('Page.loadEventFired');
  await to.send('Page.navigate', { url }, session);
  await loaded;
  const evaluate = async (expression: string) => {
    const { result } = await to.send('Runtime.evaluate', { expression, returnByValue: true }, session);
    return Object(result).value as unknown;
  };
  const clip = { x: 0, y: 0, width, height: Number(await evaluate(HEIGHT)), scale: 1 };
  const shot = await to.send('Page.captureScreenshot', { clip, captureBeyondViewport: true }, session);
  return { png: Buffer.from(String(shot['data']), 'base64') };
}

type Answer = Readonly<Record<string, unknown>>;

/** The DevTools protocol over its WebSocket. https://chromedevtools.github.io/devtools-protocol/ */
class Connection {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, PromiseWithResolvers<Answer>>();
  readonly #events = new Map<string, () => void>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#hear(String(data)));
  }

  static async open(address: string): Promise<Connection> {
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error('Chromium cannot be reached')), { once: true });
    });
    return new Connection(socket);
  }

  send(method: string, params: object, sessionId?: string): Promise<Answer> {
    const id = (this.#last += 1);
    const waiting = Promise.withResolvers<Answer>();
    this.#waiting.set(id, waiting);
    this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    return waiting.promise;
  }

  event(name: string): Promise<void> {
    return new Promise((resolve) => this.#events.set(name, resolve));
  }

  #hear(message: string): void {
    const { id, result, error, method } = JSON.parse(message) as {
      id?: number;
      result?: Answer;
      error?: { message: string };
      method?: string;
    };
    if (method !== undefined) this.#events.get(method)?.();
    const waiting = this.#waiting.get(id ?? 0);
    this.#waiting.delete(id ?? 0);
    if (error === undefined) waiting?.resolve(result ?? {});
    else waiting?.reject(new Error(error.message));
  }
}
