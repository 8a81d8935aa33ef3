/** A picture as it is published: one picture in several files, of which a browser loads one. */
export interface EncodedPicture {
  /** Of the largest file, in pixels; one frame of an animation. */
  readonly width: number;
  readonly height: number;
  /** Absent where the page shows through. */
  readonly tone: Tone | undefined;
  /** Best first; the last is the one that every program can show. */
  readonly forms: readonly EncodedForm[];
}

/** A picture in one form: the same in several widths. */
export interface EncodedForm {
  /** Its media type: `image/avif`. */
  readonly type: string;
  /** Of the files' names, without the point: `jpg`, `png`, `webp`, `avif`, `gif`. */
  readonly ending: string;
  /** True for an animation's first frame, which is for those who want no motion. */
  readonly isStill: boolean;
  /** Narrowest first; at least one. */
  readonly files: readonly EncodedFile[];
}

/** One file. `width` in pixels. */
export interface EncodedFile {
  readonly width: number;
  readonly bytes: Uint8Array;
}

/** A picture's mean colour: red, green and blue, each from 0 to 15. */
export type Tone = readonly [red: number, green: number, blue: number];
