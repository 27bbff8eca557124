const WORDS = [
  ['origin', 'who told it first, as far as the reports tell. Reports that copy or cite one another share one.'],
  ['named', 'an origin that goes by its name, so that it could be asked: a person, a body, a paper.'],
  ['not named', 'an origin that is only described, as “officials” are: who it is cannot be checked.'],
  ['not captured', 'a paper that is cited, and that was not read here: who told it is not known.'],
  ['lineage not recorded', 'reports that do not tell from whom they have it. They add no origin.'],
] as const;

/** What the words of a claim's headline and of its origins mean. */
export function HeadlineLegend() {
  return (
    <details className="headline-legend">
      <summary>What these words mean</summary>
      <dl>
        {WORDS.map(([word, meaning]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
