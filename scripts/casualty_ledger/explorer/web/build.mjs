// Bundle the program and its style into ../built, which is committed: a build of the dataset
// needs no Node. The same sources and the locked packages give the same bytes.
import { build } from "esbuild";
import { copyFile, mkdir } from "node:fs/promises";

const built = new URL("../built/", import.meta.url);
await mkdir(built, { recursive: true });
await build({
  absWorkingDir: new URL(".", import.meta.url).pathname,
  entryPoints: { explorer: "source/main.js" },
  outdir: built.pathname,
  bundle: true,
  minify: true,
  charset: "utf8",
  format: "iife",
  target: ["es2022"],
  legalComments: "inline",
  logLevel: "warning",
});
await build({
  absWorkingDir: new URL(".", import.meta.url).pathname,
  entryPoints: { explorer: "style.css" },
  outdir: built.pathname,
  minify: true,
  charset: "utf8",
  logLevel: "warning",
});
await copyFile(new URL("page.html", import.meta.url), new URL("page.html", built));
