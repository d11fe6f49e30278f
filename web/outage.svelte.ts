import { healthRead } from '#api/contract/system.ts';

const pause = 2_000;

/** Whether the server has stopped answering, found out by asking, and what is to be done once it answers again. */
export function createOutage() {
  let lasting = $state(false);
  let then = $state.raw<readonly (() => unknown)[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function check() {
    const answered = await fetch(`/api${healthRead.path}`, { cache: 'no-store' }).then(
      (answer) => answer.ok,
      () => false,
    );
    clearTimeout(timer);
    if (!answered) timer = setTimeout(check, pause);
    lasting = !answered;
    if (!answered) return;
    const due = then;
    then = [];
    for (const run of due) void run();
  }

  /** Runs `run` once when the server answers again; returns how to forget it. */
  function lost(run?: () => unknown): () => void {
    lasting = true;
    if (run) then = [...then, run];
    clearTimeout(timer);
    timer = setTimeout(check, pause);
    return () => {
      then = then.filter((one) => one !== run);
    };
  }

  return {
    get lasting() {
      return lasting;
    },
    get waiting() {
      return then.length > 0;
    },
    check,
    lost,
    stop: () => clearTimeout(timer),
  };
}
