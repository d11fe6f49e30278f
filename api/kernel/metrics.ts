/** Counters and gauges in the Prometheus text format. Names and label values are constants of the code, never input. */
export class Metrics {
  readonly #counters = new Map<string, number>();
  readonly #gauges = new Map<string, () => number>();

  /** Adds one to `thao_truong_<name>{labels}`. */
  count(name: string, labels: Record<string, string | number> = {}): void {
    const key = `thao_truong_${name}${labelText(labels)}`;
    this.#counters.set(key, (this.#counters.get(key) ?? 0) + 1);
  }

  gauge(name: string, read: () => number): void {
    this.#gauges.set(`thao_truong_${name}`, read);
  }

  text(): string {
    const lines = [...this.#counters].map(([key, value]) => `${key} ${value}`);
    for (const [key, read] of this.#gauges) lines.push(`${key} ${read()}`);
    return `${lines.sort().join('\n')}\n`;
  }
}

function labelText(labels: Record<string, string | number>): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return parts.length > 0 ? `{${parts.join(',')}}` : '';
}
