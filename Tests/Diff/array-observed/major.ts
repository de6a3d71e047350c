import type { Playlist } from "./module.js";
export const clear = (playlist: Playlist): void => { playlist.titles = []; };
