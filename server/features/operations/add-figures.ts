import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import type { Clock } from '../../platform/clock.ts';
import { elapsed } from '../../platform/clock.ts';
import { inTime } from '../../platform/in-time.ts';
import { countSockets } from '../../platform/realtime/index.ts';
import { operationsSettings } from './operations.settings.ts';
import { connectionFigures } from './connection-figures.ts';
import { FIGURES } from './figure-table.ts';
import type { Figures } from './read-figures.ts';
import { readFigures } from './read-figures.ts';

/** However often it is asked for, the store is read no more often than this. */
const FRESH_MS = 10_000;
/** A store that is away must not keep the rest of the page. */
const PATIENCE_MS = 3_000;

/** Adds what is read from the store, and this process's own sockets and connections, to the figures of the HTTP side. */
export function addFigures(metrics: Registry, clock: Clock): void {
  const read = shortMemory(() => {
    const { dataDir, startedAt } = operationsSettings();
    const reading = readFigures(dataDir, clock.now(), startedAt);
    // The gauge `anxin_figures_ok` says so; readyz says why.
    return inTime(reading, PATIENCE_MS, () => null).catch(() => null);
  });
  const registers = [metrics];
  new Gauge({
    name: 'anxin_build_info',
    help: 'Always 1; the version of the product and of Node',
    labelNames: ['version', 'node'],
    registers,
  }).set({ version: operationsSettings().appVersion, node: process.versions.node }, 1);
  new Gauge({
    name: 'anxin_figures_ok',
    help: '1 when the figures below could be read from the store, 0 when they are missing',
    registers,
    async collect() {
      this.set(Number((await read()) !== null));
    },
  });
  for (const { name, help, labels = [], samples } of FIGURES)
    new Gauge({
      ...{ name, help, registers },
      labelNames: labels,
      async collect() {
        const figures = await read();
        this.reset();
        if (labels.length === 0) this.remove(); // a value that is not known is left out, never shown as 0
        for (const { labels: of = {}, value } of figures === null ? [] : samples(figures))
          this.set(of, value);
      },
    });
  new Gauge({
    name: 'anxin_store_connections',
    help: 'Connections of this process to the store: open, in use, and requests that wait for one',
    labelNames: ['state'],
    registers,
    collect() {
      const connections = connectionFigures();
      for (const state of ['open', 'busy', 'waiting'] as const) this.set({ state }, connections[state]);
    },
  });
  new Gauge({
    name: 'anxin_sockets',
    help: 'Sockets open on this process',
    registers,
    collect() {
      this.set(countSockets());
    },
  });
}

/** All gauges of one look share one reading. */
function shortMemory(read: () => Promise<Figures | null>): () => Promise<Figures | null> {
  let last: { at: number; value: Promise<Figures | null> } | undefined;
  return () => {
    const at = elapsed();
    if (last === undefined || at - last.at >= FRESH_MS) last = { at, value: read() };
    return last.value;
  };
}
