import { createHash } from 'node:crypto';
import { evidenceAttachClaim, uploadAddress } from '../contract/evidence.ts';
import type { Person } from '../rehearse/person.ts';
import type { Stage } from '../rehearse/stage.ts';

/** Sends a text file by the tus protocol in one request and makes it evidence of a finding. */
export async function attachText(
  person: Person,
  stage: Stage,
  claim: string,
  name: string,
  text: string,
): Promise<void> {
  const body = Buffer.from(text);
  const response = await person.fetch(uploadAddress, {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(body.byteLength),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
      'content-type': 'application/offset+octet-stream',
    },
    body,
  });
  const upload = response.headers.get('location')?.split('/').at(-1);
  if (!response.ok || !upload) throw new Error(`upload: ${response.status}`);
  const answer = await person.call(evidenceAttachClaim, {
    params: { drill: stage.drill, claim },
    body: { upload, kind: 'exploit' },
  });
  if (answer.sha256 !== createHash('sha256').update(body).digest('hex')) throw new Error('upload: hash');
}
