/**
 * The formats of entries that this release can send. The service worker takes it in at the build: a release never takes over
 * a queue that it cannot read.
 */
export const formats = [1, 2] as const;

export type Format = (typeof formats)[number];
