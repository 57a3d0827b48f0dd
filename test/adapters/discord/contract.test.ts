import { contract } from '../contract.ts';
import { openDiscord } from './driver.ts';

contract('Discord', (bot) => openDiscord(bot));
