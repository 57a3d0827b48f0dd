import { contract } from '../contract.ts';
import { openTerminal } from './driver.ts';

contract('A terminal', (bot) => openTerminal(bot));
