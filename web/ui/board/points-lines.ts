type Line = { teamId: string; name: string; steps: readonly { elapsedMs: number; points: number }[] };

/** At most so many moments are drawn and listed: more than a page is wide. */
const most = 120;

/** Steps of several teams on one row of moments (ms of drill time): what each had at each; never more than `most` moments. */
export function pointsLines(lines: readonly Line[], untilMs: number) {
  const moments = [...new Set([0, ...lines.flatMap((line) => line.steps.map((step) => step.elapsedMs)), untilMs])].sort(
    (a, b) => a - b,
  );
  const every = Math.ceil(moments.length / most);
  const times = moments.filter((_, i) => i % every === 0 || i === moments.length - 1);
  return {
    times,
    series: lines.map((line) => ({
      label: line.name,
      values: times.map((at) => line.steps.findLast((step) => step.elapsedMs <= at)?.points ?? 0),
    })),
  };
}
