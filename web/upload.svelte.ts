import { uploadAddress } from '#api/contract/evidence.ts';
import { newKey } from '#api/contract/key.ts';
import { ProblemError } from '#api/contract/problem-error.ts';

export type Sending = {
  id: string;
  name: string;
  sent: number;
  size: number;
  state: 'sending' | 'failed' | 'done';
  /** Refusal code when the server said no; absent when the network was lost. */
  code?: string;
};

const chunk = 4 * 1024 * 1024;

/**
 * Uploads that survive a lost network: what the server already has is not sent again, not even after a reload.
 * `onreceived` makes the received file (`upload`) part of something; `settings` are those the file was sent with.
 * The library comes with the first file.
 */
export function useUploads(
  settings: () => Record<string, string>,
  onreceived: (name: string, upload: string, settings: Record<string, string>) => unknown,
) {
  const list = $state<Sending[]>([]);
  const retries: Record<string, () => void> = {};

  async function send(file: File, given: Record<string, string> = settings()) {
    const entry: Sending = $state({ id: newKey(), name: file.name, sent: 0, size: file.size, state: 'sending' });
    list.push(entry);
    const { Upload } = await import('tus-js-client');
    const fail = (code?: string) => {
      entry.state = 'failed';
      if (code) entry.code = code;
    };
    const upload = new Upload(file, {
      endpoint: uploadAddress,
      chunkSize: chunk,
      retryDelays: [0, 1_000, 3_000, 5_000, 10_000],
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name, filetype: file.type },
      onProgress: (sent) => (entry.sent = sent),
      onError: (error) => fail('originalResponse' in error ? codeOf(error.originalResponse?.getBody()) : undefined),
      onSuccess: () => void receive(),
    });
    async function receive() {
      try {
        await onreceived(file.name, upload.url?.split('/').at(-1) ?? '', given);
        entry.sent = entry.size;
        entry.state = 'done';
      } catch (problem) {
        if (!(problem instanceof ProblemError)) throw problem;
        fail(problem.code);
      }
    }
    retries[entry.id] = () => {
      entry.state = 'sending';
      delete entry.code;
      upload.start();
    };
    const before = await upload.findPreviousUploads();
    if (before[0]) upload.resumeFromPreviousUpload(before[0]);
    upload.start();
  }

  return {
    send,
    retry: (id: string) => retries[id]?.(),
    get list() {
      return list;
    },
  };
}

function codeOf(body: string | undefined): string | undefined {
  try {
    const { code } = JSON.parse(body ?? '') as { code?: unknown };
    return typeof code === 'string' ? code : undefined;
  } catch {
    return undefined;
  }
}
