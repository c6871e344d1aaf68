/** From so many bytes on, a second thread saves more than a second, and costs one: see docs/bench-notes.md. */
export const worthThreads = 150_000_000;
