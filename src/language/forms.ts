/** Verbs whose forms no rule makes. */
const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'say:says,said tell:told think:thought know:knew,known see:saw,seen find:found write:wrote,written speak:spoke,spoken hear:heard ' +
    'feel:felt hold:held swear:swore,sworn read:read show:showed,shown understand:understood foresee:foresaw,foreseen teach:taught ' +
    'mean:meant make:made give:gave,given take:took,taken go:goes,went,gone come:came get:got,gotten lay:laid bring:brought ' +
    'begin:began,begun become:became draw:drew,drawn stand:stood withdraw:withdrew,withdrawn seek:sought send:sent spend:spent ' +
    'choose:chose,chosen forget:forgot,forgotten forgive:forgave,forgiven forbid:forbade,forbidden lead:led leave:left lose:lost ' +
    'keep:kept meet:met run:ran sit:sat tear:tore,torn throw:threw,thrown win:won fight:fought sing:sang,sung put:put set:set ' +
    "let:let hit:hit cast:cast forecast:forecast broadcast:broadcast bet:bet quit:quit be:am,is,are,was,were,been,'s,'re,'m " +
    "have:has,had,'ve do:does,did,done retell:retold foretell:foretold misspeak:misspoke rewrite:rewrote,rewritten " +
    'overhear:overheard uphold:upheld overrule:overruled'
  )
    .split(' ')
    .map((entry) => entry.split(':')),
);

/**
 * The forms of an English verb, for looking words up in lists. Where spelling might double a letter both are given
 * ("planed" beside "planned"): a form that nobody writes does no harm here.
 */
export function verbForms(lemma: string): string[] {
  const irregular = IRREGULAR[lemma]?.split(',') ?? [];
  const forms = [lemma, third(lemma), ...endings(lemma, 'ing'), ...irregular];
  if (irregular.length === 0) forms.push(...endings(lemma, 'ed'));
  return [...new Set(forms)];
}

function third(lemma: string): string {
  if (/(?:[sxz]|ch|sh|o)$/.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

function endings(lemma: string, ending: 'ed' | 'ing'): string[] {
  if (/ie$/.test(lemma) && ending === 'ing') return [`${lemma.slice(0, -2)}ying`];
  if (/(?:ee|oe|ye)$/.test(lemma)) return [ending === 'ed' ? `${lemma}d` : `${lemma}ing`];
  if (/e$/.test(lemma)) return [lemma.slice(0, -1) + ending];
  if (/[^aeiou]y$/.test(lemma)) return [ending === 'ed' ? `${lemma.slice(0, -1)}ied` : `${lemma}ing`];
  const doubled = /[^aeiou][aeiou][bdgklmnprtz]$/.test(lemma) ? [lemma + lemma.at(-1) + ending] : [];
  return [lemma + ending, ...doubled];
}
