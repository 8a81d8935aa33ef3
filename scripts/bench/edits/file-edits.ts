import { renameSync, statSync, utimesSync } from "node:fs";
import { join, posix } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import type { Random } from "../seeded-random.ts";
import { anyDate, anyOf, anyWords, type Edit, quoted, withField } from "./edit.ts";
import type { EditedNewsroom } from "./edited-newsroom.ts";

/** Edits of pictures, attachments and files of `site/`, and those that leave no mark, or only one, on the disk. */
export const fileEdits: readonly Edit[] = [
  ...[changePicture, changePicture, changePicture, changePicture, addPicture, addPicture],
  ...[changeAttachment, changeAttachment, changeSiteFile, removeFile],
  ...[touchFile, touchFile, changeUnderTheSameTime, changeUnderTheSameTime, changeUnderTheSameTime],
];

/** Other bytes under the same name: a new picture, or those of another. */
function changePicture(newsroom: EditedNewsroom, random: Random): string | undefined {
  const file = anyOf(newsroom.of("picture"), random);
  if (file === undefined) return undefined;
  if (file.endsWith(".png")) {
    newsroom.write(file, png(random));
    return `${file}: another picture`;
  }
  const like = random.pick(newsroom.of("picture").filter((each) => posix.extname(each) === posix.extname(file)));
  newsroom.write(file, newsroom.state.get(like) ?? "");
  return `${file}: the picture of ${like}`;
}

/** A picture beside an article that shows it, perhaps under a name that others show already. */
function addPicture(newsroom: EditedNewsroom, random: Random): string | undefined {
  const article = anyOf(newsroom.of("article"), random);
  if (article === undefined) return undefined;
  const file = posix.join(posix.dirname(article), `picture-${random.below(4)}.png`);
  newsroom.write(file, png(random));
  const field = random.below(2) === 0 ? `{ src: ${quoted(`/${file}`)}, alt: 图 }` : undefined;
  newsroom.change(article, (text) => withField(`${text}\n![图](/${file})\n`, "image", field));
  return `${file}: a picture of ${article}`;
}

function changeAttachment(newsroom: EditedNewsroom, random: Random): string | undefined {
  const article = anyOf(newsroom.of("article"), random);
  const known = anyOf(newsroom.of("attachment"), random);
  if (article === undefined) return undefined;
  const file =
    random.below(2) === 0 && known ? known : posix.join(posix.dirname(article), `paper-${random.below(3)}.pdf`);
  newsroom.write(file, `%PDF-1.4\n${anyWords(random)}\n`);
  if (random.below(2) === 0) newsroom.change(article, (text) => `${text}\n[附件](/${file})\n`);
  return `${file}: an attachment, perhaps of ${article}`;
}

function changeSiteFile(newsroom: EditedNewsroom, random: Random): string {
  const file = random.pick(["site/verify.txt", "site/check.html", "site/favicon.png", "site/logo.png"]);
  newsroom.write(file, file.endsWith(".png") ? png(random) : anyWords(random).replaceAll(/[<>&]/gu, ""));
  return `${file}: written`;
}

function removeFile(newsroom: EditedNewsroom, random: Random): string | undefined {
  const file = anyOf(newsroom.of("picture", "attachment", "site", "words", "redirects"), random);
  if (file === undefined) return undefined;
  newsroom.remove(file);
  return `${file}: deleted`;
}

/** Other times, or another place on the disk, and the same bytes. */
function touchFile(newsroom: EditedNewsroom, random: Random): string | undefined {
  const file = anyOf([...newsroom.state.keys()], random);
  if (file === undefined) return undefined;
  const path = join(newsroom.folder, file);
  const way = random.below(3);
  const bytes = newsroom.state.get(file) ?? "";
  if (way === 0) newsroom.write(file, bytes);
  else if (way === 1) utimesSync(path, new Date(anyDate(random)), new Date(anyDate(random)));
  else {
    newsroom.write(`${file}.new`, bytes);
    renameSync(`${path}.new`, path);
  }
  return `${file}: touched, way ${way}`;
}

/** A change that keeps the length of the file and its time of change. */
function changeUnderTheSameTime(newsroom: EditedNewsroom, random: Random): string | undefined {
  const file = anyOf(newsroom.of("article", "column", "topic", "standingPage"), random);
  if (file === undefined) return undefined;
  const path = join(newsroom.folder, file);
  const { atime, mtime } = statSync(path);
  const letters = "山水林田湖草沙";
  newsroom.change(file, (text) => text.replace(/\p{Script=Han}(?=[^\n]*\n*$)/u, () => random.pick([...letters])));
  utimesSync(path, atime, mtime);
  return `${file}: another letter under the same time`;
}

/** A small PNG of one colour (PNG specification, second edition: 8 bits a sample, truecolour). */
function png(random: Random): Buffer {
  const [width, height] = [1 + random.below(40), 1 + random.below(40)];
  const colour = [random.below(256), random.below(256), random.below(256)];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const line = [0, ...Array.from({ length: width }, () => colour).flat()];
  const pixels = Buffer.from(Array.from({ length: height }, () => line).flat());
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, bytes: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), bytes]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(bytes.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
