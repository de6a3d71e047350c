const module = await import("./dist/recipes.js");
await module.init();
Object.assign(globalThis, { Recipes: module.Recipes, Checks: module.Checks });
document.documentElement.dataset.state = "done";
