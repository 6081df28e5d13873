/*
 * One file holds all sentences of a language. A query behind its name makes the bundler take it for a module of its own, of
 * which it keeps what is imported, so that the pane opens without the sentences of the check and of the command line.
 */
/* eslint-disable @typescript-eslint/consistent-type-imports -- an import statement would make this file a module */
declare module "*?opening" {
  export const opening: import("./ja").OpeningMessages;
}
declare module "*?working" {
  export const working: import("./ja").WorkingMessages;
}
