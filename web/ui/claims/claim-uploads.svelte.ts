import { invalidate } from '$app/navigation';
import { call } from '#api/contract/call.ts';
import { evidenceAttachClaim } from '#api/contract/evidence.ts';
import { useI18n } from '#web/i18n/index.ts';
import { notify } from '#web/ui/notify.ts';
import { useUploads } from '#web/upload.svelte.ts';
import type { EvidenceKind } from './evidence-kinds.ts';

type At = { drill: string; claim: string; kind: string };

/** Files for a finding: received in pieces, then made its evidence. */
export function useClaimUploads(at: () => At) {
  const { t } = useI18n();
  return useUploads(
    () => ({ ...at() }),
    async (name, upload, { drill = '', claim = '', kind }) => {
      const body = { upload, kind: kind as EvidenceKind };
      await call((input, init) => fetch(input, init), evidenceAttachClaim, { params: { drill, claim }, body });
      notify(t.claim.uploaded({ name }));
      return invalidate('topic:claims');
    },
  );
}
