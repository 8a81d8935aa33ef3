import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { encodePicture, widest } from "../../scripts/images/encode-picture.ts";
import { pictureProblem } from "../../scripts/images/picture-problem.ts";
import { readPicture } from "../../scripts/images/read-picture.ts";

/** A picture of `width` × `height` whose left half is red and whose right half changes line by line. */
function painted(width: number, height: number) {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    const isLeft = at % width < width / 2;
    pixels.set(isLeft ? [220, 20, 20] : [at % 251, (at * 7) % 241, (at * 13) % 239], at * 3);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

const kinds = {
  jpg: () => painted(120, 80).jpeg().toBuffer(),
  png: () => painted(120, 80).png().toBuffer(),
  webp: () => painted(120, 80).webp().toBuffer(),
  avif: () => painted(120, 80).avif({ effort: 0 }).toBuffer(),
  gif: () => painted(120, 80).gif().toBuffer(),
};

async function animated(ending: "gif" | "webp") {
  const frames = [0, 1, 2].map((shade) => Buffer.alloc(40 * 30 * 3, shade * 100));
  const rolled = sharp(Buffer.concat(frames), { raw: { width: 40, height: 90, channels: 3, pageHeight: 30 } });
  return ending === "gif" ? rolled.gif({ delay: 100 }).toBuffer() : rolled.webp({ delay: 100 }).toBuffer();
}

test("a sound picture of every kind is read, and encoded as the same kind and size", async () => {
  for (const [ending, make] of Object.entries(kinds)) {
    const bytes = await make();
    const { picture } = await readPicture(bytes, ending);
    assert.deepEqual([picture?.width, picture?.height, picture?.isAnimated], [120, 80, false], ending);
    const encoded = await encodePicture(bytes);
    assert.deepEqual([encoded.width, encoded.height, encoded.ending], [120, 80, ending]);
    assert.equal((await readPicture(encoded.bytes, ending)).fault, undefined);
  }
});

test("both endings of a JPEG are right, in any case", async () => {
  const bytes = await kinds.jpg();
  for (const ending of ["jpg", "jpeg", "JPG", "Jpeg"])
    assert.equal((await readPicture(bytes, ending)).fault, undefined);
});

test("the same picture gives the same bytes", async () => {
  for (const make of Object.values(kinds)) {
    const bytes = await make();
    assert.deepEqual((await encodePicture(bytes)).bytes, (await encodePicture(bytes)).bytes);
  }
});

test("a picture taken with the camera on its side comes out upright", async () => {
  const bytes = await painted(120, 80).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const { picture } = await readPicture(bytes, "jpg");
  assert.deepEqual([picture?.width, picture?.height], [80, 120]);
  const encoded = await encodePicture(bytes);
  assert.deepEqual([encoded.width, encoded.height], [80, 120]);
  const { data } = await sharp(encoded.bytes)
    .extract({ left: 40, top: 10, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  assert.ok((data[0] ?? 0) > 180 && (data[1] ?? 255) < 70, "the red half is on top");
  assert.equal((await sharp(encoded.bytes).metadata()).orientation, undefined);
});

test("where and with what a picture was taken does not get out", async () => {
  const bytes = await painted(120, 80)
    .withExif({
      IFD0: { Artist: "沈秋原", Model: "Lens 9" },
      IFD3: { GPSLatitude: "39/1 54/1 20/1", GPSLatitudeRef: "N" },
    })
    .jpeg()
    .toBuffer();
  assert.ok((await sharp(bytes).metadata()).exif);
  const { exif, icc, xmp, iptc } = await sharp((await encodePicture(bytes)).bytes).metadata();
  assert.deepEqual([exif, icc, xmp, iptc], [undefined, undefined, undefined, undefined]);
});

test("a picture made for print or for a wide gamut comes out in sRGB", async () => {
  const cmyk = await painted(120, 80).toColourspace("cmyk").withIccProfile("cmyk").jpeg().toBuffer();
  assert.equal((await sharp(cmyk).metadata()).space, "cmyk");
  assert.equal((await sharp((await encodePicture(cmyk)).bytes).metadata()).space, "srgb");
  const wide = await painted(120, 80).withIccProfile("p3").png().toBuffer();
  const { space, icc } = await sharp((await encodePicture(wide)).bytes).metadata();
  assert.deepEqual([space, icc], ["srgb", undefined]);
});

test("a wide picture is made narrower, a small one is left alone", async () => {
  const wide = await encodePicture(await painted(3200, 100).png().toBuffer());
  assert.deepEqual([wide.width, wide.height], [widest, 50]);
  const dot = await encodePicture(await painted(1, 1).png().toBuffer());
  assert.deepEqual([dot.width, dot.height], [1, 1]);
  assert.equal((await readPicture(await painted(1, 1).png().toBuffer(), "png")).fault, undefined);
});

test("transparency is kept", async () => {
  const bytes = await painted(20, 20).ensureAlpha(0.5).png().toBuffer();
  assert.equal((await readPicture(bytes, "png")).picture?.hasAlpha, true);
  assert.equal((await sharp((await encodePicture(bytes)).bytes).metadata()).hasAlpha, true);
});

test("an animation stays one, and its size is that of one frame", async () => {
  for (const ending of ["gif", "webp"] as const) {
    const bytes = await animated(ending);
    const { picture } = await readPicture(bytes, ending);
    assert.deepEqual([picture?.width, picture?.height, picture?.isAnimated], [40, 30, true], ending);
    const encoded = await encodePicture(bytes);
    assert.deepEqual([encoded.width, encoded.height], [40, 30]);
    assert.equal((await sharp(encoded.bytes, { animated: true }).metadata()).pages, 3);
  }
});

test("a picture that is cut short or garbled is damaged", async () => {
  for (const [ending, make] of Object.entries(kinds)) {
    const bytes = await make();
    for (const share of [0.02, 0.5, 0.9]) {
      const { fault } = await readPicture(bytes.subarray(0, Math.ceil(bytes.length * share)), ending);
      assert.equal(fault?.rule, "picture-damaged", `${ending}, ${share} of it`);
    }
  }
  for (const bytes of [new Uint8Array(0), new Uint8Array(1000), new TextEncoder().encode("这不是图片")]) {
    assert.equal((await readPicture(bytes, "png")).fault?.rule, "picture-damaged");
  }
});

test("an ending that belies the content is told with the right one", async () => {
  assert.deepEqual((await readPicture(await kinds.png(), "jpg")).fault, {
    rule: "picture-ending",
    kind: "PNG",
    ending: "png",
  });
  assert.deepEqual((await readPicture(await kinds.jpg(), "webp")).fault, {
    rule: "picture-ending",
    kind: "JPEG",
    ending: "jpg",
  });
  assert.deepEqual((await readPicture(await kinds.avif(), "png")).fault, {
    rule: "picture-ending",
    kind: "AVIF",
    ending: "avif",
  });
  const place = { file: "a.md", line: 3, column: 1 };
  assert.deepEqual(pictureProblem({ rule: "picture-ending", kind: "PNG", ending: "png" }, "img/river.v2.jpg", place), {
    ...place,
    rule: "picture-ending",
    values: { src: "img/river.v2.jpg", kind: "PNG", right: "river.v2.png" },
  });
});

test("kinds that are not re-encoded are refused, also under another ending", async () => {
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const tiff = await painted(20, 20).tiff().toBuffer();
  const heic = new TextEncoder().encode("\0\0\0\u0018ftypheic\0\0\0\0mif1heic");
  for (const ending of ["svg", "tiff", "bmp", "", "exe"])
    assert.equal((await readPicture(svg, ending)).fault?.rule, "picture-kind");
  for (const bytes of [svg, tiff, heic]) assert.equal((await readPicture(bytes, "jpg")).fault?.rule, "picture-kind");
  await assert.rejects(encodePicture(svg));
});

test("a small file that declares a huge picture is refused before it is decoded", async () => {
  assert.deepEqual((await readPicture(declaring(40_000, 40_000), "png")).fault, {
    rule: "picture-too-large",
    size: "40000 × 40000 px",
    limit: "16,383 px",
  });
  assert.deepEqual((await readPicture(declaring(16_000, 16_000), "png")).fault, {
    rule: "picture-too-large",
    size: "16000 × 16000 px",
    limit: "50,000,000 px",
  });
  assert.equal(
    (await readPicture(Buffer.concat([await kinds.png(), Buffer.alloc(30_000_000)]), "png")).fault?.rule,
    "picture-too-large",
  );
});

/** A well-formed PNG whose header declares `width` × `height` and whose content is nearly nothing. */
function declaring(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** CRC of PNG chunks (PNG, annex D). */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
