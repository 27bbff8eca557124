/**
 * The same claim in different words, on the example coverage and beside published sets.
 *
 *     node bench/claims.ts [--shared ../shared] [--only kursk,claimdiff,fnc] [--errors]
 *
 * ClaimDiff and FNC-1 are cut in halves by topic and by body: what is tuned is tuned on the first; both are printed.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { claimdiff } from './claims/claimdiff.ts';
import { fnc } from './claims/fnc.ts';
import { kursk } from './claims/kursk.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    only: { type: 'string', default: 'kursk,claimdiff,fnc' },
    errors: { type: 'boolean', default: false },
  },
});
const only = opt.only.split(',');
if (only.includes('kursk')) await kursk(opt.errors);
if (only.includes('claimdiff')) await claimdiff(join(opt.shared, 'data'));
if (only.includes('fnc')) await fnc(join(opt.shared, 'data'), opt.errors);
