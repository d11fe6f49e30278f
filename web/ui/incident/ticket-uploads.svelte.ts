import { invalidateAll } from '$app/navigation';
import { call } from '#api/contract/call.ts';
import { evidenceAttachTicket } from '#api/contract/evidence.ts';
import { useI18n } from '#web/i18n/index.ts';
import { notify } from '#web/ui/notify.ts';
import { useUploads } from '#web/upload.svelte.ts';

type At = { incident: string; drill?: string };

/** Files for a ticket: received in pieces, then made its evidence. */
export function useTicketUploads(at: () => At) {
  const { t } = useI18n();
  const fetcher = (input: string, init?: RequestInit) => fetch(input, init);
  return useUploads(
    () => ({ ...at() }),
    async (name, upload, { incident = '', drill }) => {
      if (drill) await call(fetcher, evidenceAttachTicket.drill, { params: { drill, incident }, body: { upload } });
      else await call(fetcher, evidenceAttachTicket.real, { params: { incident }, body: { upload } });
      notify(t.incident.received({ name }));
      await invalidateAll();
    },
  );
}
