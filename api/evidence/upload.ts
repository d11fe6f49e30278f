import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { Upload } from '@tus/server';
import { randomBytes } from 'node:crypto';
import { largestFile, uploadAddress } from '../contract/evidence.ts';
import type { Actor } from '../domain/actor.ts';
import { sniffMediaType } from '../domain/media-type.ts';
import { safeFileName } from '../domain/name.ts';
import { Refusal, refuse } from '../domain/refusal.ts';
import type { Identify, Incoming } from '../http/context.ts';
import { problemResponse } from '../http/problem.ts';
import { assertSameOrigin } from '../http/same-origin.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { filePath, flushFile, hashFile, headOf } from './files.ts';
import { assertQuota } from './quota.ts';
import { refusalFor, refusalOf } from './upload-refusal.ts';

/** Files in pieces, resumable, by the tus protocol: the owner of an upload is who began it, and nobody else ever sees it. */
export function createUploadHandler(
  kernel: Kernel,
  identify: Identify,
): (request: Request, address: string) => Promise<Response> {
  const store = new FileStore({ directory: kernel.evidenceDir });
  const calls = new Map<string, UploadCall>();
  // The tus server hands its hooks a wrapper of the request: a header of ours leads back to the call.
  const callOf = (request: { headers: Headers }): UploadCall => {
    const call = calls.get(request.headers.get(callHeader) ?? '');
    if (!call) throw new Error('an upload without a caller');
    return call;
  };
  const tus = new Server({
    path: uploadAddress,
    datastore: store,
    relativeLocation: true,
    maxSize: largestFile,
    disableTerminationForFinishedUploads: true,
    namingFunction: () => randomBytes(16).toString('hex'),
    onUploadCreate: async (request, upload) => ({
      metadata: { filename: safeFileName(upload.metadata?.['filename'] ?? ''), account: callOf(request).actor.id },
    }),
    onUploadFinish: async (request, upload) => {
      try {
        await receive(kernel, upload);
        return {};
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await store.remove(upload.id);
        throw error;
      }
    },
    onResponseError: async (request, error) => void (callOf(request).failure = refusalOf(error)),
  });
  return async (request, address) => {
    const requestId = randomBytes(9).toString('base64url');
    const agent = request.headers.get('user-agent') ?? '';
    const incoming: Incoming = { request, requestId, address, agent, local: false, operation: 'evidence.upload' };
    try {
      if (!['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS'].includes(request.method)) throw refuse('request.method');
      if (request.method !== 'HEAD' && request.method !== 'OPTIONS') assertSameOrigin(request);
      const actor = await identify(incoming);
      incoming.actor = actor.id;
      if (actor.kind !== 'user') throw refuse('session.required');
      if (request.method !== 'OPTIONS' && request.headers.get('tus-resumable') !== TUS_RESUMABLE)
        throw refuse('evidence.protocol_version');
      if (request.method === 'POST') await assertWelcome(kernel, store, request, actor);
      else if (request.method !== 'OPTIONS') await assertOwn(store, request, actor);
      const call: UploadCall = { actor, failure: null };
      calls.set(requestId, call);
      const response = await tus.handleWeb(withCall(request, requestId));
      if (call.failure !== null) throw call.failure;
      if (response.status >= 400) throw refusalFor(response.status);
      return clean(response);
    } catch (error) {
      const response = problemResponse(error, incoming, kernel.logger);
      for (const name of ['tus-resumable', 'tus-version']) response.headers.set(name, TUS_RESUMABLE);
      return response;
    } finally {
      calls.delete(requestId);
    }
  };
}

interface UploadCall {
  actor: Actor;
  /** Why what was sent is not taken: a refusal or a defect. */
  failure: unknown;
}

/** The one version of the protocol that is spoken here. */
const TUS_RESUMABLE = '1.0.0';
const callHeader = 'x-upload-call';

/** The same request with our header. Built anew: what a socket hands over is not a native Request and cannot be copied as one. */
function withCall({ url, method, headers, body, signal }: Request, requestId: string): Request {
  const named = new Headers(headers);
  named.set(callHeader, requestId);
  return new Request(url, { method, headers: named, body, signal, duplex: 'half' } as RequestInit);
}

/** Refused from what the caller announces, before a byte is read. */
async function assertWelcome(kernel: Kernel, store: FileStore, request: Request, actor: Actor): Promise<void> {
  const length = Number(request.headers.get('upload-length') ?? Number.NaN);
  if (!Number.isInteger(length) || length <= 0)
    throw refuse('request.invalid', {}, [{ path: ['upload-length'], code: 'required' }]);
  if (length > largestFile) throw refuse('evidence.too_large', { limit: largestFile });
  await assertQuota(kernel, store, actor, length);
}

async function assertOwn(store: FileStore, request: Request, actor: Actor): Promise<void> {
  const id = new URL(request.url).pathname.split('/').at(-1) ?? '';
  if (!/^[0-9a-f]{32}$/.test(id)) throw refuse('not_found');
  const upload = await store.configstore.get(id);
  if (!upload || upload.metadata?.['account'] !== actor.id) throw refuse('not_found');
}

/** A file has arrived whole: what it is and what its hash is are settled now. Throws `evidence.type`. */
async function receive(kernel: Kernel, upload: Upload): Promise<void> {
  const path = filePath(kernel, upload.id);
  const name = upload.metadata?.['filename'] ?? '_';
  const mediaType = sniffMediaType(await headOf(path), name);
  if (mediaType === null) throw refuse('evidence.type', { name });
  await flushFile(path);
  const row = {
    id: upload.id,
    account_id: upload.metadata?.['account'] ?? '',
    name,
    size: upload.size ?? 0,
    sha256: await hashFile(path),
    media_type: mediaType,
    finished_at: kernel.clock.now(),
  };
  await kernel.db.transact((trx) =>
    trx
      .insertInto('upload')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/** Without the permissions for other origins that the tus server adds of itself. */
function clean(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const name of [...headers.keys()]) if (name.startsWith('access-control-')) headers.delete(name);
  headers.set('cache-control', 'no-store');
  return new Response(response.body, { status: response.status, headers });
}
