/** OpenCC's character tables, which opencc-js ships without types: `繁 简` pairs joined by `|`, the commonest form of each. */
declare module "opencc-js/dict/TSCharacters" {
  const pairs: string;
  // biome-ignore lint/style/noDefaultExport: it is how opencc-js exports it
  export default pairs;
}

/** The same the other way: `简 繁` pairs joined by `|`. */
declare module "opencc-js/dict/STCharacters" {
  const pairs: string;
  // biome-ignore lint/style/noDefaultExport: it is how opencc-js exports it
  export default pairs;
}
