import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { encodePicture } from "../../scripts/images/encode-picture.ts";
import { pictureProblem } from "../../scripts/images/picture-problem.ts";
import { readPicture } from "../../scripts/images/read-picture.ts";
import { animated, kinds, painted } from "./painted.ts";

test("a sound picture of every kind is read, and all it is encoded as is sound too", async () => {
  for (const [ending, make] of Object.entries(kinds)) {
    const bytes = await make();
    const { picture } = await readPicture(bytes, ending);
    assert.deepEqual([picture?.width, picture?.height, picture?.isAnimated], [120, 80, false], ending);
    const { forms } = await encodePicture(bytes, "");
    for (const form of forms)
      for (const file of form.files) assert.equal((await readPicture(file.bytes, form.ending)).fault, undefined);
  }
});

test("an animation is known for one, and its size is that of one frame", async () => {
  for (const ending of ["gif", "webp"] as const) {
    const { picture } = await readPicture(await animated(ending), ending);
    assert.deepEqual([picture?.width, picture?.height, picture?.isAnimated], [40, 30, true], ending);
  }
});

test("a picture taken with the camera on its side, a transparent one and a single dot are read", async () => {
  const onItsSide = await painted(120, 80).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const { picture } = await readPicture(onItsSide, "jpg");
  assert.deepEqual([picture?.width, picture?.height], [80, 120]);
  const transparent = await painted(20, 20).ensureAlpha(0.5).png().toBuffer();
  assert.equal((await readPicture(transparent, "png")).picture?.hasAlpha, true);
  assert.equal((await readPicture(await painted(1, 1).png().toBuffer(), "png")).fault, undefined);
});

test("both endings of a JPEG are right, in any case", async () => {
  const bytes = await kinds.jpg();
  for (const ending of ["jpg", "jpeg", "JPG", "Jpeg"])
    assert.equal((await readPicture(bytes, ending)).fault, undefined);
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
  await assert.rejects(encodePicture(svg, ""));
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
