import type { TicketStatus } from '#api/domain/incident/status.ts';
import type { NoteKind } from '#api/domain/incident/ticket.ts';
import type { TicketView } from './ticket.ts';

type About =
  | { what: 'detected' | 'logged' }
  | { what: 'note'; kind: NoteKind; noteId: string }
  | { what: 'status'; status: TicketStatus }
  | { what: 'action'; incomplete: boolean }
  | { what: 'report'; label: { vi: string; en: string }; channel: string; receiver: string }
  | { what: 'evidence'; evidenceId: string };

/** One line of the story of a ticket: what people noted, and what the record itself shows. */
export type Happening = { id: string; at: number; by: string | null; text: string } & About;

/** The whole story in the order in which it happened. */
export function happenings({ ticket, clocks }: Pick<TicketView, 'ticket' | 'clocks'>): Happening[] {
  const statuses = Object.entries(ticket.enteredAt).filter(([status]) => status !== 'new') as [TicketStatus, number][];
  const list: Happening[] = [
    { id: 'detected', at: ticket.detectedAt, by: null, text: ticket.detectionMethod, what: 'detected' },
    { id: 'logged', at: ticket.reportedAt, by: ticket.reporter, text: '', what: 'logged' },
    ...ticket.timeline.map(({ id, at, kind, text, by }): Happening => ({
      id,
      at,
      by,
      text,
      what: 'note',
      kind,
      noteId: id,
    })),
    ...ticket.actions.map(({ id, at, text, by, incomplete }): Happening => ({
      id,
      at,
      by,
      text,
      what: 'action',
      incomplete,
    })),
    ...ticket.evidence.map(({ id, at, name, by }): Happening => ({
      id,
      at,
      by,
      text: name,
      what: 'evidence',
      evidenceId: id,
    })),
    ...statuses.map(([status, at]): Happening => ({
      id: `status-${status}`,
      at,
      by: ticket.enteredBy[status] ?? null,
      text: '',
      what: 'status',
      status,
    })),
    ...clocks.flatMap(({ code, label, reported }): Happening[] =>
      reported
        ? [
            {
              id: `report-${code}`,
              at: reported.at,
              by: reported.by,
              text: '',
              what: 'report',
              label,
              channel: reported.channel,
              receiver: reported.receiver,
            },
          ]
        : [],
    ),
  ];
  return list.sort((a, b) => a.at - b.at || ranks[a.what] - ranks[b.what]);
}

const ranks: Record<Happening['what'], number> = {
  detected: 0,
  logged: 1,
  status: 2,
  note: 3,
  action: 4,
  evidence: 5,
  report: 6,
};
