// Loaded before a program that is to believe that it runs at a terminal, where there is none to be had: what it writes comes out of
// one pipe, in order, and what is typed goes into another.

const size = { isTTY: true, columns: 100, rows: 40 };
Object.assign(process.stdin, { isTTY: true, setRawMode: () => process.stdin });
Object.assign(process.stdout, size);
Object.defineProperty(process, "stderr", { value: process.stdout });
