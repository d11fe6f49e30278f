const names = [
  'status',
  'severity',
  'system',
  'overdue',
  'mine',
  'search',
  'after',
  'organisation',
  'since',
  'until',
  'team',
];

/** The filters of a list of tickets as they stand in its address. */
export const listQuery = (url: URL) => ({
  ...Object.fromEntries(names.map((name) => [name, url.searchParams.get(name) || undefined])),
  limit: 50,
});
