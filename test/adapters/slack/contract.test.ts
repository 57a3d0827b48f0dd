import { contract } from '../contract.ts';
import { openDriver } from './driver.ts';

contract('Slack', openDriver);
