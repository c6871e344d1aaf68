/** The library door. */
export {};
