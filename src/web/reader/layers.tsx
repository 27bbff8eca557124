import { useRemembered } from '../shell/remembered.ts';
import { LAYERS, type Layer } from './marks.ts';

export type Shown = Readonly<Record<Layer, boolean>>;

const USUAL: Shown = {
  statements: true,
  voice: false,
  unknowns: true,
  names: false,
  figures: true,
  times: false,
  places: false,
};

const NAMES = {
  statements: 'Statements',
  voice: 'The report itself',
  unknowns: 'Unknowns',
  names: 'Names',
  figures: 'Figures',
  times: 'Times',
  places: 'Places',
} as const satisfies Record<Layer, string>;

export const useLayers = () => {
  const [stored, set] = useRemembered<Shown>('layers', USUAL);
  return [{ ...USUAL, ...stored }, set] as const;
};

export const useHighlights = () => useRemembered('highlights', true);

/** What is drawn over the text, and how many there are of each. */
export function Layers({
  counts,
  shown,
  set,
}: {
  readonly counts: Readonly<Record<Layer, number>>;
  readonly shown: Shown;
  readonly set: (shown: Shown) => void;
}) {
  const [isOn, setOn] = useHighlights();
  return (
    <fieldset className="layers">
      <legend className="visually-hidden">Layers</legend>
      {LAYERS.map((layer) => (
        <button
          key={layer}
          type="button"
          className={`toggle layer-${layer}`}
          aria-pressed={shown[layer]}
          disabled={counts[layer] === 0}
          onClick={() => set({ ...shown, [layer]: !shown[layer] })}
        >
          {NAMES[layer]} <span className="n">{counts[layer]}</span>
        </button>
      ))}
      <button type="button" className="toggle all" aria-pressed={isOn} onClick={() => setOn(!isOn)}>
        Highlights <kbd>h</kbd>
      </button>
    </fieldset>
  );
}
