// Loads the module, whose Swift begins at its `@main`. All that the page does is there.
try {
  const { init } = await import("./dist/notes.js");
  await init();
} catch (error) {
  document.querySelector("main").textContent =
    "The Swift module did not load. Build it in the root of the repository, then reload this page: swift run bindgen build --package-path Examples/Notes";
  document.documentElement.dataset.state = `failed: ${error.message}`;
}
