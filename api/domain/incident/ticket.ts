/** Placeholder of shape only until the incident area declares it. */
export interface Ticket {
  id: string;
}
