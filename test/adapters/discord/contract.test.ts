import { silentLog } from '../../../src/log.ts';
import { contract } from '../contract.ts';
import { openDiscord } from './driver.ts';

contract('Discord', (bot) => openDiscord(bot));
contract('Discord over HTTP', (bot) => openDiscord(bot, silentLog, { overHttp: true }));
