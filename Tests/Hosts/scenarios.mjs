/** What `grep` of the examples is asked for, and what it has to say in every host. */

export const files = {
  poems: {
    "one.txt": "The rose is red\nThe violet is blue\na rose again",
    "two.txt": "no flowers\r\n",
    "Grüße 🎈.txt": "Rosen, Rose, rosé\n",
    deep: { "three.txt": "ROSE\n\nrose\n", nothing: {} },
  },
  "empty.txt": "",
  "long.txt": `${"x".repeat(100_000)}rose\n`.repeat(3),
};

/** @typedef {{ name: string, args: string[], stdin?: string, stdout?: string, stderr?: string, code?: number, isReadOnly?: boolean, anyReason?: string, written?: Record<string, string> }} Scenario */

/** @type {Scenario[]} */
export const scenarios = [
  { name: "a file", args: ["rose", "poems/one.txt"], stdout: "The rose is red\na rose again\n" },
  {
    name: "a folder, with numbers and any case",
    args: ["-r", "-n", "-i", "rose", "/poems/"],
    stdout: [
      "/poems//Grüße 🎈.txt:1:Rosen, Rose, rosé", "/poems//deep/three.txt:1:ROSE", "/poems//deep/three.txt:3:rose",
      "/poems//one.txt:1:The rose is red", "/poems//one.txt:3:a rose again", "",
    ].join("\n"),
  },
  { name: "a name that is not ASCII", args: ["-c", "Rose", "./poems/Grüße 🎈.txt"], stdout: "1\n" },
  { name: "standard input", args: ["-n", "b"], stdin: "a\nb\r\nab", stdout: "2:b\r\n3:ab\n" },
  { name: "no input", args: ["-c", "b"], stdout: "0\n", code: 1 },
  { name: "long lines, counted", args: ["-c", "rose", "long.txt", "empty.txt"], stdout: "long.txt:3\nempty.txt:0\n" },
  { name: "names of files", args: ["-r", "-l", "red", "."], stdout: "./poems/one.txt\n" },
  { name: "what is not there is no end", args: ["red", "nothing.txt", "poems/../poems/one.txt"],
    stdout: "poems/../poems/one.txt:The rose is red\n",
    stderr: "grep: nothing.txt: there is no such file or folder\n", code: 2 },
  { name: "a folder is no file", args: ["red", "poems"], stderr: "grep: poems: this is a folder\n", code: 2 },
  { name: "what is outside", args: ["root", "../../../etc/passwd"], anyReason: "../../../etc/passwd", code: 2 },
  { name: "a file is written anew", args: ["-o", "out.txt", "rose", "poems/one.txt"], written: { "out.txt": "The rose is red\na rose again\n" } },
  { name: "an empty path", args: ["-o", "", "rose", "poems/one.txt"], stderr: "grep: : there is no such file or folder\n", code: 2 },
  { name: "a folder that is not there", args: ["-o", "no/out.txt", "rose", "poems/one.txt"],
    stderr: "grep: no/out.txt: there is no such file or folder\n", code: 2 },
  { name: "no arguments", args: [], stderr: "grep: usage: grep [-c] [-i] [-l] [-n] [-r] [-o FILE] PATTERN [FILE...]\n", code: 2 },
  { name: "an option that is not there", args: ["-z"], stderr: "grep: -z: there is no such option\n", code: 2 },
];

/** A device that is full, of the host. */
export const full = { name: "a disk that is full", args: ["-o", "/dev/full", "rose", "poems/one.txt"], anyReason: "/dev/full", code: 2 };

/** For hosts that can give a folder without the right to change it. */
export const readOnly = {
  name: "a folder that is read-only",
  args: ["-o", "out.txt", "rose", "poems/one.txt"],
  isReadOnly: true,
  anyReason: "out.txt",
  code: 2,
};
