import { DirectedGraph } from 'graphology';
import { circular } from 'graphology-layout';
import forceAtlas2Module from 'graphology-layout-forceatlas2';
import { useEffect, useRef, useState } from 'react';
import Sigma from 'sigma';
import { DEFAULT_STYLES } from 'sigma/types';
import type { Ties } from './ties-of.ts';

// its types tell of a module, of which a bundler gives the default itself
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;

/** Steps of the layout: enough to settle some hundred ties, in less than the time of a blink. */
const STEPS = 300;

/** The ties drawn: those who print stand apart in colour and by a square in the list. */
export default function Graph({ ties }: { readonly ties: Ties }) {
  const place = useRef<HTMLDivElement>(null);
  const [cannot, setCannot] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    try {
      const told = colours(place.current);
      const drawn = new Sigma(graphOf(ties, told), place.current, {
        settings: { labelRenderedSizeThreshold: 3, gestureTarget: 'shared', enableCameraRotation: false },
        styles: {
          nodes: [DEFAULT_STYLES.nodes, { labelColor: told.printer, labelFont: told.font, backdropColor: told.paper }],
          edges: [DEFAULT_STYLES.edges, { head: 'arrow' }],
        },
      });
      return () => drawn.kill();
    } catch {
      setCannot(true); // no WebGL here: the list beside it has the same
    }
  }, [ties]);
  return (
    <div className="graph" ref={place} role="img" aria-label="Who passes on whom; the list beside it has the same">
      {cannot && <p className="note">This browser cannot draw it. The list has the same.</p>}
    </div>
  );
}

interface Colours {
  readonly source: string;
  readonly printer: string;
  readonly tie: string;
  readonly paper: string;
  readonly font: string;
}

/** WebGL knows no variables of the style: they are read once. */
function colours(element: HTMLElement): Colours {
  const resolved = (name: string): string => {
    element.style.color = `var(${name})`;
    return getComputedStyle(element).color;
  };
  const found = {
    source: resolved('--accent'),
    printer: resolved('--ink'),
    tie: resolved('--rule-strong'),
    paper: resolved('--raised'),
  };
  element.style.color = '';
  return { ...found, font: getComputedStyle(element).fontFamily };
}

function graphOf({ parties, ties }: Ties, { source, printer, tie }: Colours): DirectedGraph {
  const graph = new DirectedGraph();
  for (const { name, prints, statements } of parties) {
    graph.addNode(name, { label: name, size: 3 + 2 * Math.sqrt(statements), color: prints ? printer : source });
  }
  for (const { from, to, statements } of ties) {
    graph.addEdge(from, to, { size: Math.min(6, statements), color: tie, type: 'arrow' });
  }
  circular.assign(graph); // the same start every time, and so the same picture
  forceAtlas2.assign(graph, { iterations: STEPS, settings: { gravity: 1, scalingRatio: 12, slowDown: 4 } });
  return graph;
}
