import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { EvidenceTable } from '#db/schema/evidence.ts';
import { evidenceRead } from '../contract/evidence.ts';
import type { Actor } from '../domain/actor.ts';
import { refuse } from '../domain/refusal.ts';
import { mayReadPapers } from '../domain/visibility.ts';
import { seenClaim, sightOf } from '../claims/seen.ts';
import { seenBy } from '../drills/audience.ts';
import { inertPolicy } from '../http/headers.ts';
import { reachable } from '../incidents/ticket-command.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { query } from '../kernel/query.ts';
import { filePath, hashFile } from './files.ts';

/** Shown in the page; everything else is only ever saved. */
const shownInline = new Set(['image/png', 'image/jpeg', 'image/webp']);

export const readEvidence = query({
  operation: evidenceRead,
  run: async ({ params, query: { inline }, actor, call }, kernel) => {
    const row = await kernel.db.read
      .selectFrom('evidence')
      .selectAll()
      .where('id', '=', params.evidence)
      .executeTakeFirst();
    if (!row) throw refuse('not_found');
    await assertReadable(kernel, row, actor, call.at);
    const path = filePath(kernel, row.id);
    const found = await hashFile(path).catch(() => null);
    if (found !== row.sha256) {
      kernel.logger.error('evidence_damaged', {
        evidence: row.id,
        expected: row.sha256,
        found,
        requestId: call.requestId,
      });
      throw refuse('evidence.damaged');
    }
    kernel.logger.info('evidence_read', { evidence: row.id, by: actor.id, requestId: call.requestId });
    const shown = inline === '1' && shownInline.has(row.media_type);
    return new Response(Readable.toWeb(createReadStream(path)) as unknown as ReadableStream, {
      headers: {
        'content-type': shown ? row.media_type : 'application/octet-stream',
        'content-length': String(row.size),
        'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(row.name).replace(/['()*]/g, percent)}`,
        'content-security-policy': inertPolicy,
        'x-content-type-options': 'nosniff',
        'x-evidence-sha256': row.sha256,
        'cache-control': 'private, no-store',
      },
    });
  },
});

/** Whoever may read the finding or ticket may read its files. Throws `not_found`. */
async function assertReadable(kernel: Kernel, row: EvidenceTable, actor: Actor, at: number): Promise<void> {
  const drill = row.stream.startsWith('drill:') ? row.stream.slice('drill:'.length) : undefined;
  if (row.subject_kind === 'claim' && drill !== undefined)
    seenClaim(await sightOf(kernel, actor, drill, at), row.subject);
  else if (row.subject_kind === 'document' && drill !== undefined) await assertOfficial(kernel, actor, drill);
  else await reachable(kernel.db.read, { incident: row.subject, ...(drill !== undefined && { drill }) }, actor, 'read');
}

/** The papers of a drill are for those who run, judge or oversee it. */
async function assertOfficial(kernel: Kernel, actor: Actor, drillId: string): Promise<void> {
  const { viewer } = await seenBy(kernel, actor, drillId);
  if (!mayReadPapers(viewer)) throw refuse('not_found');
}

function percent(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
