//! Benchmarks: prepares what they compare, in `target/bench/`, and runs them. The other libraries
//! come from npm at the versions of `tests/browser/merge_bench/package.json`; nothing of them is
//! part of the app.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::setup::Machine;
use crate::test::{environment, head};
use crate::{build, sh};

const TARGET: &str = "wasm32-unknown-unknown";

/// What the page takes from the npm packages as it is.
const ENGINES: [(&str, &str); 2] = [
    ("loro-crdt/web/loro_wasm_bg.wasm", "loro.wasm"),
    ("@automerge/automerge/dist/automerge.wasm", "automerge.wasm"),
];

/// Builds and measures; `parts` as the benchmark program knows them, none for all. `growth` and `day` need
/// no browser and are programs of their own: the words after them are parts of theirs.
pub(crate) fn run(machine: &Machine, parts: &[String]) -> Result<()> {
    if let [first, words @ ..] = parts
        && ["growth", "day"].contains(&first.as_str())
    {
        return native(machine, first, words);
    }
    let wants = |part: &str| parts.is_empty() || parts.iter().any(|word| word == part);
    let of_app = ["app", "shapes", "checks", "week", "views"];
    let dist = if let Some(dist) = std::env::var_os("HEPAI_BENCH_DIST") {
        // Another build than the one that is measured in earnest: to try whether the benchmark works.
        PathBuf::from(dist)
    } else if of_app.into_iter().any(wants) {
        build::run(machine, build::Effort::Release)?
    } else {
        sh::root().join("dist")
    };
    if wants("merge") {
        head("the merge benchmark's page");
        let folder = target().join("bench");
        std::fs::create_dir_all(folder.join("www"))?;
        ours(machine, &folder.join("www"))?;
        others(machine, &folder)?;
    }
    if wants("views") {
        head("the views benchmark's page");
        let folder = target().join("bench");
        std::fs::create_dir_all(folder.join("views"))?;
        ours(machine, &folder.join("views"))?;
        charts(machine, &folder)?;
    }
    head("benchmarks in the browser");
    let mut bench = machine.native("cargo");
    environment(&mut bench)?;
    // People have the whole browser.
    bench.env_remove("CHROMIUM_SHELL").env("HEPAI_DIST", dist);
    bench.env("HEPAI_BENCH", target().join("bench/www"));
    // It only steers the browser: how fast it runs itself is of no matter.
    let arguments = ["run", "-p", "browser-tests", "--bin", "bench", "--"];
    sh::run(bench.args(arguments).args(parts))
}

/// Odd but small projects at n and 2n; or an ordinary large one on an ordinary day.
fn native(machine: &Machine, program: &str, words: &[String]) -> Result<()> {
    head("what the whole project costs");
    let mut cargo = machine.native("cargo");
    let arguments = ["run", "--release", "-p", "growth", "--bin", program, "--"];
    sh::run(cargo.args(arguments).args(words))
}

fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| sh::root().join("target"), PathBuf::from)
}

/// Our merge as a module of its own, built as the app is.
fn ours(machine: &Machine, page: &Path) -> Result<()> {
    let mut cargo = machine.wasm("cargo");
    sh::run(cargo.args([
        "build",
        "--release",
        "--target",
        TARGET,
        "-p",
        "merge-bench",
    ]))?;
    let built = target().join(TARGET).join("release/merge_bench.wasm");
    let mut bindgen = machine.wasm("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "ours"]);
    sh::run(bindgen.arg("--out-dir").arg(page).arg(built))?;
    without_screens(&page.join("ours.js"))?;
    let module = page.join("ours_bg.wasm");
    sh::run(
        machine
            .wasm("wasm-opt")
            .arg("-Oz")
            .arg(&module)
            .arg("-o")
            .arg(&module),
    )
}

/// The library's screens name the later part of the program; here there are none, and nobody calls it.
fn without_screens(script: &Path) -> Result<()> {
    let text = std::fs::read_to_string(script)?;
    let nobody = "= new Proxy({}, { get: () => () => { throw new Error('no screens here'); } });";
    let lines = text.lines().map(|line| {
        let name = line
            .strip_prefix("import * as ")
            .and_then(|rest| rest.strip_suffix(" from \"__wasm_split_placeholder__\""));
        name.map_or_else(|| line.to_owned(), |name| format!("const {name} {nobody}"))
    });
    Ok(std::fs::write(
        script,
        lines.collect::<Vec<_>>().join("\n"),
    )?)
}

/// The charts of others, as they come.
const CHARTS: [(&str, &str); 4] = [
    ("dhtmlx-gantt/codebase/dhtmlxgantt.js", "dhtmlxgantt.js"),
    ("dhtmlx-gantt/codebase/dhtmlxgantt.css", "dhtmlxgantt.css"),
    ("frappe-gantt/dist/frappe-gantt.umd.js", "frappe-gantt.js"),
    ("frappe-gantt/dist/frappe-gantt.css", "frappe-gantt.css"),
];

/// The charts of others (both MIT), as npm has them, beside our schedule.
fn charts(machine: &Machine, folder: &Path) -> Result<()> {
    let source = sh::root().join("tests/browser/views_bench");
    let modules = fetched(machine, &source, &folder.join("npm-views"))?;
    let page = folder.join("views");
    for (from, to) in CHARTS {
        std::fs::copy(modules.join(from), page.join(to)).with_context(|| from.to_owned())?;
    }
    for file in ["index.html", "views.js"] {
        let from = source.join("page").join(file);
        std::fs::copy(&from, page.join(file)).with_context(|| file.to_owned())?;
    }
    Ok(())
}

/// The npm packages that a benchmark's list names, fetched once; answers with where they lie.
fn fetched(machine: &Machine, source: &Path, packages: &Path) -> Result<PathBuf> {
    std::fs::create_dir_all(packages)?;
    let wanted = std::fs::read_to_string(source.join("package.json")).context("package.json")?;
    let list = packages.join("package.json");
    if std::fs::read_to_string(&list).ok().as_ref() != Some(&wanted) {
        std::fs::write(&list, &wanted)?;
        let mut npm = machine.native("npm");
        npm.args([
            "install",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
        ]);
        if let Err(error) = sh::run(npm.arg(packages)) {
            // Next time it must be tried again.
            let _ = std::fs::remove_file(&list);
            return Err(error.context("the other libraries could not be fetched from npm"));
        }
    }
    Ok(packages.join("node_modules"))
}

/// The libraries of others, bundled into the page's one script.
fn others(machine: &Machine, folder: &Path) -> Result<()> {
    let source = sh::root().join("tests/browser/merge_bench");
    let modules = fetched(machine, &source, &folder.join("npm"))?;
    let page = folder.join("www");
    for (from, to) in ENGINES {
        std::fs::copy(modules.join(from), page.join(to)).with_context(|| from.to_owned())?;
    }
    std::fs::copy(source.join("page/index.html"), page.join("index.html"))?;
    let mut esbuild = machine.native("node");
    esbuild.env("NODE_PATH", &modules);
    esbuild
        .arg(modules.join("esbuild/bin/esbuild"))
        .arg(source.join("page/bench.js"));
    esbuild.args([
        "--bundle",
        "--format=esm",
        "--platform=browser",
        "--target=es2022",
        "--log-level=warning",
    ]);
    let out = format!("--outfile={}", page.join("bench.js").display());
    sh::run(esbuild.args([out.as_str(), "--define:process.env.NODE_ENV=\"production\""]))
}
