/** Kinds of file taken as evidence, recognised by their first bytes; the name only tells text files apart. */
const signatures: readonly [mediaType: string, offset: number, bytes: readonly number[]][] = [
  ['image/png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/gif', 0, [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', 8, [0x57, 0x45, 0x42, 0x50]],
  ['application/pdf', 0, [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['application/vnd.tcpdump.pcap', 0, [0xd4, 0xc3, 0xb2, 0xa1]],
  ['application/vnd.tcpdump.pcap', 0, [0xa1, 0xb2, 0xc3, 0xd4]],
  ['application/vnd.tcpdump.pcap', 0, [0x4d, 0x3c, 0xb2, 0xa1]],
  ['application/x-pcapng', 0, [0x0a, 0x0d, 0x0d, 0x0a]],
];
const zip = [0x50, 0x4b, 0x03, 0x04];
const texts: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  log: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
};

/** Bytes to look at. */
export const sniffLength = 4_096;

/** What a file is by its head (up to `sniffLength` bytes), or null where it is none of what is taken as evidence. */
export function sniffMediaType(head: Uint8Array, name: string): string | null {
  const extension = /\.([a-z0-9]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  const known = signatures.find(([, offset, bytes]) => startsWith(head, offset, bytes));
  if (known) return known[0];
  if (startsWith(head, 0, zip)) return packed(head, extension);
  return texts[extension] !== undefined && isText(head) ? texts[extension] : null;
}

/** Office files are zips whose first entries tell what they hold. */
function packed(head: Uint8Array, extension: string): string {
  const names = Array.from(head, (byte) => String.fromCharCode(byte)).join('');
  const office = names.includes('[Content_Types].xml') || names.includes('_rels/');
  if (office && extension === 'docx') return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  if (office && extension === 'xlsx') return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return 'application/zip';
}

/** UTF-8 without NUL; the last character may be cut in two. */
function isText(head: Uint8Array): boolean {
  if (head.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function startsWith(head: Uint8Array, offset: number, bytes: readonly number[]): boolean {
  return head.length >= offset + bytes.length && bytes.every((byte, i) => head[offset + i] === byte);
}
