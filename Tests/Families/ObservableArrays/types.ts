import { Playlist, Track, init } from "observable-arrays";

await init();
const playlist = new Playlist();
const titles: string[] = playlist.titles;
playlist.titles.push("a");
playlist.titles = ["b"];
playlist.tracks = [new Track("c")];
playlist.lengths.push(1);
// @ts-expect-error the array changes, and not the attribute
playlist.lengths = [1];
// @ts-expect-error the elements have a type
playlist.titles.push(1);
