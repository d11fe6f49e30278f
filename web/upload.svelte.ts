import { newKey } from '#api/contract/key.ts';

export type Sending = { id: string; name: string; sent: number; size: number; state: 'sending' | 'failed' | 'done' };

const endpoint = '/api/evidence/upload';
const chunk = 4 * 1024 * 1024;

/**
 * Uploads that survive a lost network: what the server already has is not sent again, not even after a reload.
 * The library comes with the first file.
 */
export function useUploads(metadata: () => Record<string, string>, onreceived: (name: string) => unknown) {
  let list = $state<Sending[]>([]);

  async function send(file: File, settings: Record<string, string> = metadata()) {
    const entry: Sending = $state({ id: newKey(), name: file.name, sent: 0, size: file.size, state: 'sending' });
    list.push(entry);
    const { Upload } = await import('tus-js-client');
    const upload = new Upload(file, {
      endpoint,
      chunkSize: chunk,
      retryDelays: [0, 1_000, 3_000, 5_000, 10_000],
      removeFingerprintOnSuccess: true,
      metadata: { ...settings, filename: file.name, filetype: file.type },
      onProgress: (sent) => (entry.sent = sent),
      onError: () => (entry.state = 'failed'),
      onSuccess: () => {
        entry.state = 'done';
        entry.sent = entry.size;
        void onreceived(file.name);
      },
    });
    entryRetries.set(entry.id, () => {
      entry.state = 'sending';
      upload.start();
    });
    const before = await upload.findPreviousUploads();
    if (before[0]) upload.resumeFromPreviousUpload(before[0]);
    upload.start();
  }

  const entryRetries = new Map<string, () => void>();
  return {
    send,
    retry: (id: string) => entryRetries.get(id)?.(),
    get list() {
      return list;
    },
  };
}
