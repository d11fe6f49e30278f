/** Where each thing that waits in a drill is done. */
export const actPaths: Readonly<Record<string, string>> = {
  accept_rules: '',
  sign_pledge: '',
  claims_need_info: '/claims?status=needs_info',
  claims_to_verify: '/claims?status=submitted',
  claims_to_judge: '/judge',
  tickets_open: '/tickets?status=open',
};

/** Where each seat works while its drill runs. */
export const seatPaths: Readonly<Record<string, string>> = {
  control: '/control',
  judge: '/judge',
  red: '/claims',
  blue: '/tickets',
  observer: '/board',
};

const running = ['live', 'paused', 'ended', 'judging'];

/** A drill that runs, or in which something waits, goes before everything else. */
export const isBusy = (drill: { status: string; acts: readonly unknown[] }) =>
  drill.acts.length > 0 || running.includes(drill.status);
