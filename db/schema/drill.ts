/** A drill as lists show it; the full state is the fold of its stream. */
export interface DrillTable {
  id: string;
  status: string;
}
