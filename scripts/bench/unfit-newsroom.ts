/** A newsroom of so many articles cannot be made of the one at hand: no bug, but a number or a folder to choose better. */
export class UnfitNewsroom extends Error {}
