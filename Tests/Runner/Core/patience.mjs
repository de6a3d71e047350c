/**
 * For how many seconds the runner waits for what an idle machine does in a few: only what hangs, or will never come, takes so long.
 * No test is about this time, so a busy machine fails none.
 */
export const patience = 300;
