// Debian's webpack reads from Node's own configuration where packages are; a Node that is not Debian's does not say.
const variables = { ...process.config.variables, node_prefix: "/usr", node_relative_path: "share/nodejs:lib/nodejs:share/javascript" };
Object.defineProperty(process, "config", { value: { ...process.config, variables } });
