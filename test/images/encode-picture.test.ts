import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { encodePicture } from "../../scripts/images/encode-picture.ts";
import type { EncodedPicture } from "../../scripts/images/encoded-picture.ts";
import { pictureWidths, widest } from "../../scripts/images/picture-widths.ts";
import { animated, kinds, painted } from "./painted.ts";

/** A soft picture, as photographs are: what AVIF and WebP make small. */
function soft(width: number, height: number) {
  return painted(60, 40).resize(width, height, { fit: "fill", kernel: "cubic" });
}

function everyFile({ forms }: EncodedPicture) {
  return forms.flatMap(({ ending, type, isStill, files }) => files.map((file) => ({ ending, type, isStill, ...file })));
}

/** The forms and the widths of each: `avif 400 800`. */
function outline({ forms }: EncodedPicture): readonly string[] {
  return forms.map(({ ending, isStill, files }) =>
    [isStill ? "still" : "", ending, ...files.map(({ width }) => width)].join(" ").trim(),
  );
}

async function encoded(picture: { toBuffer(): Promise<Buffer> }, credit = ""): Promise<EncodedPicture> {
  return encodePicture(await picture.toBuffer(), credit);
}

test("a photograph comes as AVIF and WebP, best first, with a JPEG for all others", async () => {
  const picture = await encoded(soft(2400, 1600).jpeg());
  assert.deepEqual(outline(picture), ["avif 400 800 1200 1600", "webp 800 1600", "jpg 800 1600"]);
  assert.deepEqual([picture.width, picture.height], [1600, 1067]);
  assert.deepEqual(
    picture.forms.map(({ type }) => type),
    ["image/avif", "image/webp", "image/jpeg"],
  );
  const [avif = 0, webp = 0, jpeg = 0] = picture.forms.map(({ files }) => files.at(-1)?.bytes.length ?? 0);
  assert.ok(avif < jpeg && webp < jpeg, `${avif}, ${webp}, ${jpeg}`);
});

test("every file is of the kind and width that is said of it, and holds the whole picture", async () => {
  const picture = await encoded(soft(1000, 500).png());
  for (const { bytes, width, ending } of everyFile(picture)) {
    const header = await sharp(bytes).metadata();
    assert.equal(header.width, width);
    assert.equal(header.height, Math.round(width / 2));
    assert.equal(header.format === "jpeg" ? "jpg" : header.format === "heif" ? "avif" : header.format, ending);
  }
});

test("no picture is made wider than it was, and none wider than pages print", () => {
  const wanted = [400, 800, 1200, 1600];
  const cases: readonly (readonly [own: number, widths: readonly number[]])[] = [
    [1, [1]],
    [399, [399]],
    [400, [400]],
    [440, [440]],
    [500, [400, 500]],
    [1600, [400, 800, 1200, 1600]],
    [1700, [400, 800, 1200, 1600]],
    [16_000, [400, 800, 1200, 1600]],
  ];
  for (const [own, widths] of cases) assert.deepEqual(pictureWidths(own, wanted), widths, String(own));
  assert.equal(pictureWidths(16_000, []).at(-1), widest);
});

test("a picture of a single dot, and a very long one, come out whole", async () => {
  const dot = await encoded(painted(1, 1).png());
  assert.deepEqual([dot.width, dot.height], [1, 1]);
  const strip = await encoded(painted(3200, 100).png());
  assert.deepEqual([strip.width, strip.height], [widest, 50]);
  const scroll = await encoded(painted(4, 16_000).png());
  assert.deepEqual([scroll.width, scroll.height], [4, 16_000]);
});

test("the same picture gives the same bytes, whatever else is being encoded", async () => {
  for (const make of Object.values(kinds)) {
    const bytes = await make();
    const alone = await encodePicture(bytes, "方迟 摄");
    const together = await Promise.all([1, 2, 3, 4].map(() => encodePicture(bytes, "方迟 摄")));
    for (const each of together) assert.deepEqual(each, alone);
  }
});

test("a picture taken with the camera on its side comes out upright in every form", async () => {
  const picture = await encoded(soft(120, 80).withMetadata({ orientation: 6 }).jpeg());
  assert.deepEqual([picture.width, picture.height], [80, 120]);
  for (const { bytes } of everyFile(picture)) {
    const [red = 0, green = 255] = await sharp(bytes)
      .extract({ left: 40, top: 10, width: 1, height: 1 })
      .raw()
      .toBuffer();
    assert.ok(red > 180 && green < 70, "the red half is on top");
    assert.equal((await sharp(bytes).metadata()).orientation, undefined);
  }
});

test("where and with what a picture was taken does not get out, in any file", async () => {
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>机密地点</secret></x:xmpmeta>';
  const shot = soft(120, 80)
    .withExif({
      IFD0: { Artist: "沈秋原", Model: "Lens 9" },
      IFD3: { GPSLatitude: "39/1 54/1 20/1", GPSLatitudeRef: "N" },
    })
    .withXmp(xmp)
    .withIccProfile("p3");
  for (const bytes of [await shot.clone().jpeg().toBuffer(), await shot.clone().png().toBuffer()]) {
    assert.ok((await sharp(bytes).metadata()).exif && (await sharp(bytes).metadata()).xmp);
    for (const credit of ["", "方迟 摄"]) {
      for (const file of everyFile(await encodePicture(bytes, credit))) {
        const { exif, icc, iptc, xmp: kept } = await sharp(file.bytes).metadata();
        assert.deepEqual([exif, icc, iptc], [undefined, undefined, undefined], file.ending);
        assert.equal(kept === undefined, credit === "", file.ending);
        for (const secret of ["沈秋原", "Lens 9", "机密地点"]) {
          assert.ok(!Buffer.from(file.bytes).includes(secret), file.ending);
          assert.ok(!kept?.includes(secret), file.ending);
        }
      }
    }
  }
});

test("the credit is written into every file that can hold it, escaped, as credit line and rights", async () => {
  const opaque = await encoded(soft(120, 80).jpeg(), "方迟 <摄> & 周行");
  const transparent = await encoded(soft(900, 80).ensureAlpha(0.5).png(), "方迟 <摄> & 周行");
  const files = [opaque, transparent].flatMap(everyFile);
  assert.deepEqual([...new Set(files.map(({ ending }) => ending))].sort(), ["avif", "jpg", "png", "webp"]);
  for (const { bytes, ending } of files) {
    const xmp = (await sharp(bytes).metadata()).xmp?.toString() ?? "";
    assert.match(xmp, /<photoshop:Credit>方迟 &lt;摄&gt; &amp; 周行<\/photoshop:Credit>/u, ending);
    assert.match(xmp, /<dc:rights>.*方迟 &lt;摄&gt; &amp; 周行.*<\/dc:rights>/u, ending);
  }
});

test("a picture made for print, for a wide gamut, in grey or in 16 bits comes out in sRGB", async () => {
  const originals = {
    cmyk: soft(120, 80).toColourspace("cmyk").withIccProfile("cmyk").jpeg(),
    wide: soft(120, 80).withIccProfile("p3").png(),
    grey: soft(120, 80).greyscale().png(),
    deep: soft(120, 80).toColourspace("rgb16").png(),
  };
  for (const [name, original] of Object.entries(originals)) {
    const picture = await encoded(original);
    assert.ok(picture.forms.length > 0);
    for (const { bytes, ending } of everyFile(picture)) {
      const { space, icc, depth } = await sharp(bytes).metadata();
      assert.ok(space === "srgb" || (name === "grey" && space === "b-w"), `${name} ${ending} ${space}`);
      assert.deepEqual([icc, depth], [undefined, "uchar"], `${name} ${ending}`);
    }
  }
  const red = await encoded(originals.cmyk);
  const [r = 0, g = 255] = await sharp(red.forms.at(-1)?.files.at(-1)?.bytes)
    .extract({ left: 5, top: 5, width: 1, height: 1 })
    .raw()
    .toBuffer();
  assert.ok(r > 180 && g < 90, "red is still red");
});

test("transparency is kept in every form, with PNG for all others and no tone behind it", async () => {
  const picture = await encoded(soft(900, 200).ensureAlpha(0.5).png());
  assert.equal(picture.forms.at(-1)?.ending, "png");
  assert.equal(picture.tone, undefined);
  for (const { bytes } of everyFile(picture)) assert.equal((await sharp(bytes).metadata()).hasAlpha, true);
});

test("a screenshot with an alpha channel that hides nothing is no transparent picture", async () => {
  const picture = await encoded(soft(900, 200).ensureAlpha(1).png());
  assert.equal(picture.forms.at(-1)?.ending, "jpg");
  for (const { bytes } of everyFile(picture)) assert.equal((await sharp(bytes).metadata()).hasAlpha, false);
});

test("the tone is the picture's mean colour, from 0 to 15", async () => {
  const plain = (background: string) => sharp({ create: { width: 50, height: 50, channels: 3, background } }).png();
  assert.deepEqual((await encoded(plain("#ff0080"))).tone, [15, 0, 8]);
  assert.deepEqual((await encoded(plain("#3f3f3f"))).tone, [3, 3, 3]);
  assert.deepEqual((await encoded(plain("#e0e0e0").greyscale())).tone, [14, 14, 14]);
});

test("a form that would save nobody anything is left out", async () => {
  const flat = await encoded(sharp({ create: { width: 4, height: 4, channels: 4, background: "#ff008000" } }).png());
  assert.deepEqual(outline(flat).at(-1), "png 4");
  const most = flat.forms.at(-1)?.files.at(-1)?.bytes.length ?? 0;
  for (const form of flat.forms.slice(0, -1)) assert.ok((form.files.at(-1)?.bytes.length ?? 0) < most);
});

test("an animation stays one, at its pace, and its first frame is there for who wants no motion", async () => {
  for (const [ending, forms] of [
    ["gif", /^still webp 40,(?:webp 40,)?gif 40$/u],
    ["webp", /^still webp 40,webp 40$/u],
  ] as const) {
    const picture = await encodePicture(await animated(ending), "方迟 摄");
    assert.match(outline(picture).join(), forms);
    assert.deepEqual([picture.width, picture.height, picture.tone], [40, 30, undefined]);
    for (const { bytes, isStill } of everyFile(picture)) {
      const { pages, delay, pageHeight } = await sharp(bytes, { animated: true }).metadata();
      assert.equal(pages ?? 1, isStill ? 1 : 3);
      if (!isStill) assert.deepEqual([delay, pageHeight], [[100, 100, 100], 30]);
    }
  }
});

test("a wide animation is made narrower, all its frames alike", async () => {
  const picture = await encodePicture(await animated("gif", 2400), "");
  assert.deepEqual([picture.width, picture.height], [1200, 15]);
  assert.equal((await sharp(picture.forms.at(-1)?.files[0]?.bytes, { animated: true }).metadata()).pages, 3);
});
