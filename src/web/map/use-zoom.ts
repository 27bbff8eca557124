import { select } from 'd3-selection';
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';

/** One key or click: as far as a person means by "a little", in the drawing's units. */
const STEP = 80;
const CLOSER = 1.6;
/** A town fills the map. */
const CLOSEST = 600;

/** What a drawing was moved to by wheel, drag, pinch and keys, and how to move it: it never leaves its ends. */
export function useZoom(
  drawing: RefObject<SVGSVGElement | null>,
  [width, height]: readonly [number, number],
  start: ZoomTransform,
) {
  const [at, setAt] = useState(start);
  const zooming = useRef<ZoomBehavior<SVGSVGElement, unknown>>(null);
  const move = useMemo(
    () => ({
      to: (there: ZoomTransform) => zooming.current?.transform(select(drawing.current!), there),
      closer: (by: number) => zooming.current?.scaleBy(select(drawing.current!), by),
      along: (x: number, y: number) => zooming.current?.translateBy(select(drawing.current!), x, y),
    }),
    [drawing],
  );
  useEffect(() => {
    const ends: [[number, number], [number, number]] = [
      [0, 0],
      [width, height],
    ];
    const behaviour = zoom<SVGSVGElement, unknown>()
      .extent(ends)
      .translateExtent(ends)
      .scaleExtent([1, CLOSEST])
      .on('zoom', ({ transform }: { readonly transform: ZoomTransform }) => setAt(transform));
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) behaviour.duration(0);
    zooming.current = behaviour;
    const drawn = select(drawing.current!).call(behaviour);
    return () => void drawn.on('.zoom', null);
  }, [drawing, width, height]);
  useEffect(() => void move.to(start), [move, start]);
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keyed(event.key, at.k);
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if ('closer' in act) move.closer(act.closer);
    else move.along(...act.along);
  };
  return { at, move, onKeyDown, nearer: () => move.closer(CLOSER), farther: () => move.closer(1 / CLOSER) };
}

/** As far on the screen at every scale. */
function keyed(key: string, scale: number): { closer: number } | { along: [number, number] } | null {
  const far = STEP / scale;
  const along: Readonly<Record<string, [number, number]>> = {
    ArrowLeft: [far, 0],
    ArrowRight: [-far, 0],
    ArrowUp: [0, far],
    ArrowDown: [0, -far],
  };
  if (key === '+' || key === '=') return { closer: CLOSER };
  if (key === '-') return { closer: 1 / CLOSER };
  return along[key] ? { along: along[key] } : null;
}

/** The transform in which a box fills a drawing. */
export function filling(
  [[left, top], [right, bottom]]: readonly [readonly [number, number], readonly [number, number]],
  [width, height]: readonly [number, number],
): ZoomTransform {
  const scale = Math.min(CLOSEST, width / (right - left), height / (bottom - top));
  return zoomIdentity
    .translate(width / 2, height / 2)
    .scale(Math.max(1, scale))
    .translate(-(left + right) / 2, -(top + bottom) / 2);
}
