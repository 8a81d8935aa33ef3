/** A value in a YAML text, as it is written there. Offsets count UTF-16 units from the beginning of the text. */
export type YamlNode = YamlScalar | YamlList | YamlMapping;

/** A text. */
export interface YamlScalar {
  readonly kind: "scalar";
  readonly start: number;
  readonly text: string;
  /** True where it is written without quotes and in no block; such a text is empty where nothing was written at all. */
  readonly isPlain: boolean;
}

/** A list, in either of YAML's forms. */
export interface YamlList {
  readonly kind: "list";
  readonly start: number;
  readonly nodes: readonly YamlNode[];
}

/** A mapping, in either of YAML's forms; two of its pairs may have the same name. */
export interface YamlMapping {
  readonly kind: "mapping";
  readonly start: number;
  readonly pairs: readonly YamlPair[];
}

/** A name and its value; no value where not even a colon was written (`{ a }`). */
export interface YamlPair {
  readonly name: string;
  readonly start: number;
  readonly value: YamlNode | undefined;
}
