/**
 * The same claim in different words, on the example coverage and beside published sets.
 *
 *     node bench/claims.ts [--shared ../shared] [--only kursk,claimdiff,fnc,ecbplus] [--errors] [--dated] [--model fast]
 *
 * ClaimDiff and ECB+ are cut in halves by topic, FNC-1 by body: what is tuned is tuned on the first; both are printed.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ModelName } from '../src/attributions/attribution-model.ts';
import { claimdiff } from './claims/claimdiff.ts';
import { ecbplus } from './claims/ecbplus.ts';
import { fnc } from './claims/fnc.ts';
import { kursk } from './claims/kursk.ts';

const { values: opt } = parseArgs({
  options: {
    shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' },
    only: { type: 'string', default: 'kursk,claimdiff,fnc,ecbplus' },
    errors: { type: 'boolean', default: false },
    /** ECB+ with days, as reports of a ledger have them */
    dated: { type: 'boolean', default: false },
    /** of the example coverage; the sets are read by the fast one */
    model: { type: 'string', default: 'accurate' },
  },
});
const only = opt.only.split(',');
if (only.includes('kursk')) await kursk(opt.errors, opt.model as ModelName);
if (only.includes('claimdiff')) await claimdiff(join(opt.shared, 'data'));
if (only.includes('fnc')) await fnc(join(opt.shared, 'data'), opt.errors);
if (only.includes('ecbplus')) await ecbplus(join(opt.shared, 'data'), opt.errors, opt.dated);
