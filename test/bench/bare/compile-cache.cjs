'use strict';

// What Rolecall does for itself: V8's compiled code is kept from one start to the next.
const { enableCompileCache, flushCompileCache } = require('node:module');
const { join } = require('node:path');

enableCompileCache(join(__dirname, '../../../node_modules/.cache/bench'));
setTimeout(flushCompileCache, 2000).unref();
