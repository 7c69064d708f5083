/** What a PNG or JPEG says of itself, before anything is decoded. */
export interface PictureHead {
  readonly width: number;
  readonly height: number;
  /** Its end is there: a picture that is cut off decodes to white below the cut. */
  readonly whole: boolean;
}

/** null where it does not say. */
export function pictureHead(bytes: Buffer): PictureHead | null {
  if (bytes.length < 24 || bytes.readUInt32BE(0) !== 0x89504e47) return jpegHead(bytes);
  const whole = bytes.includes('IEND', -64 * 1024);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), whole };
}

const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);

/** Follows a JPEG's segments to the one that starts a frame (ITU T.81, B.2.2); a thumbnail before it has an end of its own. */
function jpegHead(bytes: Buffer): PictureHead | null {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) {
      at += 1;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return {
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
        whole: bytes.lastIndexOf(END_OF_IMAGE) > at,
      };
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
