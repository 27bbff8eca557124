// Without this the compiler would work out the type of every border of the world.
declare module 'world-atlas/countries-50m.json' {
  import type { Topology } from 'topojson-specification';

  const world: Topology;
  export default world;
}
