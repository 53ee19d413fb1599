/** A picture's type and size in pixels, by its first bytes; `undefined` for anything but PNG and GIF. */
export function readImage(
  bytes: Uint8Array,
): { readonly contentType: 'image/png' | 'image/gif'; readonly width: number; readonly height: number } | undefined {
  const data = Buffer.from(bytes);
  // https://www.w3.org/TR/png/: signature, then the header chunk with width and height.
  if (data.length >= 24 && data.subarray(0, 8).equals(PNG_SIGNATURE) && data.toString('latin1', 12, 16) === 'IHDR') {
    return { contentType: 'image/png', width: data.readUInt32BE(16), height: data.readUInt32BE(20) };
  }
  if (data.length >= 10 && /^GIF8[79]a$/.test(data.toString('latin1', 0, 6))) {
    return { contentType: 'image/gif', width: data.readUInt16LE(6), height: data.readUInt16LE(8) };
  }
  return undefined;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
