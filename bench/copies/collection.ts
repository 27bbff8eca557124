import { hashOf } from '../../src/claims/hash.ts';
import type { Document } from '../../src/text/document.ts';
import { plainDocument } from '../../training/plain.ts';
import { chance, edited } from './edited.ts';

export interface Collection {
  readonly documents: readonly Document[];
  /** pairs of ids, the lesser first, that hold one text: copies of copies among them */
  readonly copied: ReadonlySet<string>;
}

const WORDS = 320;
const OUTLETS = 50;

/**
 * As many documents as wanted, of texts that go on from word to word as those given do (a Markov chain of one word): their
 * phrases come as often as in news. One in ten is an edited copy; every outlet prints a line of its own under each.
 */
export function collection(texts: readonly string[], size: number): Collection {
  const next = chance(7);
  const follow = following(texts);
  const starts = [...follow.keys()];
  const run = (many: number): string => {
    const words: string[] = [];
    let word = starts[Math.floor(next() * starts.length)]!;
    for (let i = 0; i < many; i++) {
      words.push(i % 20 === 19 ? `${word}.` : word);
      const after = follow.get(word);
      word = after ? after[Math.floor(next() * after.length)]! : starts[Math.floor(next() * starts.length)]!;
    }
    return `${words.join(' ')}.`;
  };
  const lines = Array.from({ length: OUTLETS }, () => run(30));
  const bodies: string[] = [];
  const ids: string[] = [];
  const copied = new Set<string>();
  const carriers: number[][] = [];
  const documents = Array.from({ length: size }, (_, n) => {
    const id = `${hashOf(`one ${n}`).toString(16).padStart(8, '0')}${n}`;
    const from = n % 10 === 9 ? Math.floor(next() * n) : -1;
    bodies.push(
      from < 0 ? run(WORDS) : edited(bodies[from]!, n, { keep: 0.7, words: 0.15, filler: [], reorder: true }).text,
    );
    ids.push(id);
    carriers.push(from < 0 ? [n] : carriers[from]!);
    if (from >= 0) {
      for (const other of carriers[n]!) copied.add(ids[other]! < id ? `${ids[other]} ${id}` : `${id} ${ids[other]}`);
      carriers[n]!.push(n);
    }
    const outlet = n % OUTLETS;
    return { ...plainDocument(id, `${bodies[n]}\n\n${lines[outlet]}`), outlet: `Outlet ${outlet}` };
  });
  return { documents, copied };
}

function following(texts: readonly string[]): Map<string, string[]> {
  const follow = new Map<string, string[]>();
  for (const text of texts) {
    const words = text.split(/\s+/).filter((word) => /^[\p{L}\p{N}’'-]+$/u.test(word));
    for (let i = 0; i + 1 < words.length; i++) {
      const list = follow.get(words[i]!);
      if (list) list.push(words[i + 1]!);
      else follow.set(words[i]!, [words[i + 1]!]);
    }
  }
  return follow;
}
