import { contract } from '../contract.ts';
import { openApi } from './driver.ts';

contract('The JSON API', openApi);
