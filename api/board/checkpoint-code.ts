import { renderSVG } from 'uqr';
import { boardCheckpoint } from '../contract/board.ts';
import { checkpointText } from '../domain/chain.ts';
import { refuse } from '../domain/refusal.ts';
import { drillStream } from '../drills/fold.ts';
import { latestCheckpoint } from '../kernel/checkpoint.ts';
import { query } from '../kernel/query.ts';
import { shownTo } from './board-of.ts';
import { drillOf } from './read-board.ts';

/** A checkpoint that the hall may know, to be photographed: whoever keeps it is a witness. Its address names it, so it never changes. */
export const readCheckpointCode = query({
  operation: boardCheckpoint,
  run: async ({ params, query: { seq }, call }, kernel) => {
    const drillId = await drillOf(kernel, params.code);
    const { horizon } = await shownTo(kernel, drillId, false, call.at);
    const checkpoint = await latestCheckpoint(kernel.db.read, drillStream(drillId), Math.min(seq, horizon));
    if (checkpoint?.seq !== seq) throw refuse('not_found');
    return new Response(renderSVG(checkpointText(checkpoint), { ecc: 'L', border: 3, pixelSize: 1 }), {
      headers: { 'content-type': 'image/svg+xml', 'cache-control': 'private, max-age=86400, immutable' },
    });
  },
});
