import { contract } from '../contract.ts';
import { openMcp } from './driver.ts';

contract('MCP over HTTP', openMcp);
