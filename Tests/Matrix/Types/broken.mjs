/**
 * Members whose generated code does not compile, which would keep all others from being tried. They are left out of the module and are
 * failures of every run until the entry goes with the fault.
 *
 * @typedef {{ members: string, name: string, when: (type: import("./outers.mjs").Type) => boolean, reason: string }} Broken
 * with the letters of the members, see members.mjs
 */

/** @type {Broken[]} */
export const broken = [];

/** The entries for a type. @param {import("./outers.mjs").Type} type */
export const brokenOf = (type) => broken.filter(({ when }) => when(type));

/** @param {import("./outers.mjs").Type} type @param {string} member a letter */
export const isBroken = (type, member) => brokenOf(type).some(({ members }) => members.includes(member));
