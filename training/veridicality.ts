/**
 * Writes lexicons/en/veridicality.tsv: what a verb and its frame commit the writer to, as readers answered in
 * MegaVeridicality 2.1 (White and Rawlins 2018; White, Rudinger, Rawlins and Van Durme 2018; CC BY-SA 4.0):
 *
 *     node training/veridicality.ts [--shared ../shared]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values: opt } = parseArgs({
  options: { shared: { type: 'string', default: process.env.HEARSAY_SHARED ?? '../shared' } },
});

/** The frames of the data, as src/attributions/frames.ts names them; the two kinds of "to" are taken together. */
const FRAMES: ReadonlyMap<string, string> = new Map([
  ['NP Ved that S', 'that'],
  ['NP was Ved that S', 'told-that'],
  ['NP Ved to VP[+eventive]', 'to'],
  ['NP Ved to VP[-eventive]', 'to'],
  ['NP Ved NP to VP[+eventive]', 'object-to'],
  ['NP Ved NP to VP[-eventive]', 'object-to'],
  ['NP was Ved to VP[+eventive]', 'passive-to'],
  ['NP was Ved to VP[-eventive]', 'passive-to'],
]);

/** Ten answers a line: from here a line's mean counts as "happened". Higher loses "learn", lower lets in "report". */
const HAPPENED = 0.7;
/** Fewer answer "no" outright, and twice as many "no" as "yes" are needed. */
const DID_NOT = -0.45;
/** Under negation readers are less sure of everything: "did not reveal that" is 0.5. */
const NEGATED = 0.5;
/** The authors' own rating, over all answers: a lower one ("reply" -0.5) is a chance of ten readers. */
const LEAST_RATING = -0.15;
/** "Someone said to have a thing" is odd (4.7): below this a frame is not the verb's. */
const ACCEPTABLE = 4;

/**
 * Verbs of uttering, and of voting. Readers of one bare sentence trust whoever "added", "announced" or "whined" that a
 * thing happened; a reporter who uses the verb passes it on and stands for nothing.
 */
const UTTERED = new Set(
  (
    'accept add address advertise advise affirm agree announce answer apologize approve articulate assert attest babble bark beam bellow bitch ' +
    'blog brag broadcast cackle celebrate certify chant chatter cheer chronicle come_out comment communicate complain confide consent ' +
    'convey corroborate cringe cry curse decree depict describe despair detail diagnose dictate discuss display emphasize email endorse ' +
    'envision exclaim express fess_up flip_out freak_out fuss gab gasp gloat grieve grimace grin groan growl grumble grunt guarantee ' +
    'gush holler howl hush_up indict inform lecture maintain moan mumble murmur mutter narrate okay panic phone post pout praise radio ' +
    'rant read reaffirm reassert recap reiterate relate remark reminisce repeat reply report respond restate rule share shout showcase sigh ' +
    'signal snap snitch sob specify spout squeal stammer state stress stutter summarize testify tell text tweet update utter underline ' +
    'voice warn weep whimper whine whisper write yell explain'
  ).split(' '),
);

interface Line {
  readonly mean: number;
  readonly rating: number;
}
type Means = { readonly positive: Line[]; readonly negative: Line[] };

function means(): Map<string, Means> {
  const found = new Map<string, Means>();
  const file = join(opt.shared, 'data', 'veridicality', 'veridicality.tsv');
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [verb, frame, polarity, conditional, , , , , mean, rating, , acceptability] = line.split('\t');
    const name = FRAMES.get(frame!);
    if (!name || conditional === 'true' || Number(acceptability) < ACCEPTABLE) continue;
    const key = `${verb!.replaceAll('_', ' ')}\t${name}`;
    const own = found.get(key) ?? { positive: [], negative: [] };
    own[polarity as keyof Means].push({ mean: Number(mean), rating: Number(rating) });
    found.set(key, own);
  }
  return found;
}

const average = (lines: readonly Line[], of: keyof Line): number =>
  lines.length ? lines.reduce((sum, line) => sum + line[of], 0) / lines.length : 0;

function row(key: string, { positive, negative }: Means): string | null {
  const [verb, frame] = key.split('\t') as [string, string];
  const clause = frame.endsWith('that');
  const rating = average(positive, 'rating');
  const trusted = !clause || (rating >= LEAST_RATING && !UTTERED.has(verb.replaceAll(' ', '_')));
  const affirmed = verdict(average(positive, 'mean'), HAPPENED, DID_NOT);
  const negated = verdict(average(negative, 'mean'), NEGATED, clause ? -1.1 : -NEGATED);
  if (affirmed === 'open' || (affirmed === 'happened' && !trusted)) return null;
  // "didn't pretend that": nobody is committed; what a clause says survives "not" only where it is presupposed
  return `${verb}\t${frame}\t${affirmed}\t${clause && affirmed === 'did not' ? 'open' : negated}`;
}

const verdict = (mean: number, high: number, low: number): string => {
  if (mean >= high) return 'happened';
  return mean <= low ? 'did not' : 'open';
};

const rows = [...means()].map(([key, found]) => row(key, found)).filter((line) => line !== null);
const note = `# What: verbs that commit whoever writes them to what they embed: \`verb, frame, affirmed, negated\`; each of the last two is
#       \`happened\`, \`did not\` or \`open\`. A verb and frame that are not here commit to nothing.
# Why:  "admitted that" and "did not know that" make the content the writer's own, "pretended that" its opposite, "said that"
#       neither; "managed to" happened, "failed to" did not.
# Whence: MegaVeridicality 2.1 (White and Rawlins 2018; White, Rudinger, Rawlins and Van Durme 2018), CC BY-SA 4.0, by
#       training/veridicality.ts, which leaves out verbs of mere uttering. This list is under CC BY-SA 4.0 too.`;
writeFileSync(new URL('../lexicons/en/veridicality.tsv', import.meta.url), `${note}\n${rows.sort().join('\n')}\n`);
console.log(`${rows.length} verbs and frames`);
