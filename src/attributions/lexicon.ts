import { readFileSync } from 'node:fs';
import { verbForms } from '../language/forms.ts';
import { wordList } from '../text/word-list.ts';
import type { Frame } from './frames.ts';

export type CueClass = 'verb' | 'noun' | 'adjective';

/** How often a word in a frame reported something, of the times it was seen; see lexicons/en/README.md. */
export interface CueLexicon {
  /** "said" → "say"; the form itself for a verb in no list */
  readonly lemma: (form: string) => string;
  /** 0…1, smoothed towards the frame's own rate */
  readonly rate: (cue: CueClass, lemma: string, frame: Frame) => number;
  /** a verb of the reporting list, in one of its frames */
  readonly reports: (lemma: string, frame: Frame) => boolean;
  /** a noun or phrase that has been a cue: "claim", "according" */
  readonly isNounCue: (form: string) => boolean;
}

interface Count {
  readonly attributed: number;
  readonly seen: number;
}

/** A word counts as much as its frame's rate seen this many times over. */
const PRIOR = 3;
/** The rate of a listed reporting verb in its frames is no lower than this. */
const LISTED = 0.6;

const UNSEEN: Count = { attributed: 0, seen: 0 };

/** The map under a key, made when it is first asked for. */
function within<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const known = maps.get(key);
  if (known) return known;
  const made = new Map<L, V>();
  maps.set(key, made);
  return made;
}

let english: CueLexicon | undefined;

export function englishCues(): CueLexicon {
  english ??= readCues(new URL('../../lexicons/en/cues.tsv', import.meta.url));
  return english;
}

/** Rows of `class, lemma, frame, attributed, seen`; the lemma `*` stands for the rare words of the class in that frame. */
export function readCues(file: URL): CueLexicon {
  const counts = new Map<CueClass, Map<Frame, Map<string, Count>>>();
  const lemmas = new Map<string, string>();
  const nouns = new Set<string>();
  const listed = new Map(wordList('reporting').map(([lemma, frames]) => [lemma!, new Set(frames!.split(' '))]));
  const addForms = (lemma: string) => {
    for (const form of verbForms(lemma)) lemmas.set(form, lemma);
  };
  let last = '';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const [cue, lemma, frame, attributed, seen] = line.split('\t') as [CueClass, string, string, string, string];
    const byLemma = within(within(counts, cue), frame);
    byLemma.set(lemma, { attributed: Number(attributed), seen: Number(seen) });
    if (cue === 'verb' && lemma !== last) addForms(lemma);
    last = lemma;
    if (cue !== 'verb' && Number(attributed) > 0) nouns.add(lemma.split(' ')[0]!);
  }
  for (const lemma of listed.keys()) addForms(lemma);
  const reports = (lemma: string, frame: Frame) => listed.get(lemma)?.has(frame) ?? false;
  const counted = (cue: CueClass, lemma: string, frame: Frame): number => {
    const byLemma = counts.get(cue)?.get(frame);
    const all = byLemma?.get('*');
    const prior = all ? all.attributed / Math.max(1, all.seen) : 0;
    const own = byLemma?.get(lemma) ?? UNSEEN;
    return (own.attributed + PRIOR * prior) / (own.seen + PRIOR);
  };
  return {
    lemma: (form) => lemmas.get(form) ?? form,
    rate: (cue, lemma, frame) =>
      Math.max(counted(cue, lemma, frame), cue === 'verb' && reports(lemma, frame) ? LISTED : 0),
    reports,
    isNounCue: (form) => nouns.has(form) || nouns.has(form.replace(/e?s$/, '')),
  };
}
