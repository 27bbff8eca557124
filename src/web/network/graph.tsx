import { DirectedGraph } from 'graphology';
import { circular } from 'graphology-layout';
import forceAtlas2Module from 'graphology-layout-forceatlas2';
import type { Attributes } from 'graphology-types';
import { useEffect, useRef, useState } from 'react';
import Sigma from 'sigma';
import { type BaseNodeState, DEFAULT_STYLES } from 'sigma/types';
import { labelPlaces } from '../parts/label-places.ts';
import type { Ties } from './ties-of.ts';

// its types tell of a module, of which a bundler gives the default itself
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;

/** Steps of the layout: enough to settle some hundred ties, in less than the time of a blink. */
const STEPS = 300;
/** Then so many in which those who stand over one another give way. */
const APART = 300;
/** Room around all of it, so that nobody is cut off; in pixels, as are the names and the marks. */
const EDGE = 28;
const LABEL = 13;
const LINE = 17;
const SMALLEST = 4;
const LARGEST = 17;
/** Of the largest: who is drawn so large is named before those around them. */
const LARGE = 0.6;
/** As if each were so much larger while they give way: names stand between them. */
const ROOMY = 1.25;
/** In letters; the list has the whole name. */
const LONGEST = 30;

/** The ties drawn: those who print stand apart in colour and by a square in the list. */
export default function Graph({ ties }: { readonly ties: Ties }) {
  const place = useRef<HTMLDivElement>(null);
  const [cannot, setCannot] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    try {
      const told = colours(place.current);
      const graph = graphOf(ties, told);
      const drawn = new Sigma(graph, place.current, {
        settings: {
          labelRenderedSizeThreshold: 0,
          gestureTarget: 'shared',
          enableCameraRotation: false,
          stagePadding: EDGE,
          autoRescaleContent: 'nodes',
        },
        styles: {
          nodes: [DEFAULT_STYLES.nodes, labelStyle(told)],
          edges: [DEFAULT_STYLES.edges, { head: 'arrow' }],
        },
      });
      const name = () => placeNames(graph, drawn, `${LABEL}px ${told.font}`);
      name();
      drawn.getCamera().on('updated', name);
      drawn.on('resize', name);
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
  const most = Math.max(...parties.map(({ statements }) => statements));
  for (const { name, prints, statements } of parties) {
    const size = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(statements / most);
    graph.addNode(name, { label: shortened(name), size: size * ROOMY, color: prints ? printer : source });
  }
  for (const { from, to, statements } of ties) {
    graph.addEdge(from, to, { size: Math.min(6, statements), color: tie, type: 'arrow' });
  }
  circular.assign(graph, { scale: 100 }); // the same start every time, and so the same picture
  const settings = { gravity: 1, scalingRatio: 12, slowDown: 4 };
  forceAtlas2.assign(graph, { iterations: STEPS, settings });
  forceAtlas2.assign(graph, {
    iterations: APART,
    settings: { ...settings, scalingRatio: 20, adjustSizes: true, slowDown: 10 },
  });
  graph.updateEachNodeAttributes((_name, attributes) => ({ ...attributes, size: attributes.size / ROOMY }));
  return graph;
}

const shortened = (name: string): string =>
  name.length > LONGEST ? `${name.slice(0, LONGEST).replace(/\s+\S*$/, '')}…` : name;

/** Names stand where they have room; one that has none comes when it is pointed at, or when the picture is larger. */
const labelStyle = ({ printer, font, paper }: Colours) =>
  ({
    labelColor: printer,
    labelFont: font,
    labelSize: LABEL,
    backdropColor: paper,
    labelPosition: { attribute: 'side', defaultValue: 'right' },
    labelVisibility: ({ isNamed }: Attributes, { isHovered }: BaseNodeState) =>
      isNamed || isHovered ? 'visible' : 'hidden',
  }) as const;

/** Those in the most statements first. */
function placeNames(graph: DirectedGraph, drawn: Sigma, font: string): void {
  const pen = document.createElement('canvas').getContext('2d')!;
  pen.font = font;
  const nodes = graph
    .mapNodes((name, { x, y, size, label }) => ({
      name,
      label,
      ...drawn.graphToViewport({ x, y }),
      radius: drawn.scaleSize(size),
    }))
    .sort((a, b) => b.radius - a.radius || (a.name < b.name ? -1 : 1));
  const marks = nodes.map((node) => ({ ...node, width: pen.measureText(node.label).width }));
  const sides = labelPlaces(marks, { ...drawn.getDimensions(), line: LINE }, LARGE * (marks[0]?.radius ?? 0));
  const sideOf = new Map(nodes.map(({ name }, i) => [name, sides[i] ?? null]));
  graph.updateEachNodeAttributes(
    (name, attributes) => {
      const side = sideOf.get(name) ?? null;
      return { ...attributes, isNamed: side !== null, side: side ?? 'right' };
    },
    { attributes: ['isNamed', 'side'] },
  );
}
