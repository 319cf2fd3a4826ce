//! Parts the program that Trunk has put into the build: a first part with everything the first page needs, and later
//! parts, which the first one fetches by itself: the forms first. What belongs where is said in
//! `src/ui/screen/later.rs`.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};
use wasm_split_cli_support::{Options, transform};

use crate::build::Effort;
use crate::precache::fill;
use crate::setup::Machine;
use crate::{optimise, sh, shorten};

/// The compiled program, with the relocations that `.cargo/config.toml` asks for.
const COMPILED: &str = "wasm32-unknown-unknown/release/app.wasm";

/// Puts the parts in the place of the whole program; answers with the names of the later ones.
pub(crate) fn run(
    machine: &Machine,
    effort: Effort,
    target: &Path,
    dist: &Path,
) -> Result<Vec<String>> {
    let page_file = dist.join("index.html");
    let mut page = std::fs::read_to_string(&page_file)?;
    let program = program(&page)?.to_owned();
    let folder = target.join("split");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;

    let whole = std::fs::read(target.join(COMPILED)).context("the compiled program")?;
    let first = folder.join(format!("{program}.wasm"));
    let loader = format!("{program}_later.js");
    let later = part(&whole, &folder, &program, &first, &loader)?;
    bind(machine, &folder, &program, &first)?;

    let first = format!("{program}_bg.wasm");
    let script = folder.join(format!("{program}.js"));
    shorten::run(&folder.join(&first), &script)?;
    let mut files = vec![(folder.join(&first), first.clone())];
    for file in later {
        let name = file_name(&file)?.trim_start_matches("split_");
        let name = format!("{program}_{name}");
        files.push((file, name));
    }
    finish(machine, effort, &files, &target.join("optimised"), dist)?;
    let mut script = std::fs::read_to_string(folder.join(&loader))?;
    let mut names = Vec::new();
    for (file, new) in files.split_off(1) {
        script = checked(
            &script,
            file_name(&file)?,
            &new,
            &std::fs::read(dist.join(&new))?,
        )?;
        names.push(new);
    }
    std::fs::write(dist.join(&loader), script)?;
    let script = format!("{program}.js");
    std::fs::copy(folder.join(&script), dist.join(&script))?;

    for name in [&script, &first] {
        page = sign(&page, name, &std::fs::read(dist.join(name))?)?;
    }
    page = announce(&page, &script, &loader, &std::fs::read(dist.join(&loader))?)?;
    std::fs::write(page_file, page)?;
    Ok(names)
}

/// The program's name in the build, `app-` and a hash, as the page names it.
fn program(page: &str) -> Result<&str> {
    let link = page
        .split('<')
        .find(|tag| tag.contains("type=\"application/wasm\""));
    let name = link
        .and_then(|link| link.split_once("href=\"./")?.1.split_once("_bg.wasm\""))
        .map(|(name, _)| name);
    match name {
        Some(name) if !name.contains(['"', '/']) => Ok(name),
        _ => bail!("index.html names no program"),
    }
}

/// Parts the compiled program; answers with the files of the later parts.
fn part(
    whole: &[u8],
    folder: &Path,
    program: &str,
    first: &Path,
    loader: &str,
) -> Result<Vec<PathBuf>> {
    let (loader, main) = (format!("./{loader}"), format!("./{program}.js"));
    let mut options = Options::new(whole);
    options.output_dir = folder;
    options.main_out_path = first;
    options.link_name = &loader;
    options.main_module = &main;
    let parts =
        transform(options).map_err(|error| anyhow::anyhow!("parting the program: {error:#}"))?;
    if parts.split_modules.is_empty() {
        bail!("the program has no later part");
    }
    let mut files = parts.split_modules;
    files.sort();
    Ok(files)
}

/// Makes the first part's JavaScript; the exports that the later parts build on stay.
fn bind(machine: &Machine, folder: &Path, program: &str, first: &Path) -> Result<()> {
    let mut bindgen = machine.wasm("wasm-bindgen");
    bindgen.args([
        "--target",
        "web",
        "--no-typescript",
        "--no-demangle",
        "--keep-lld-exports",
    ]);
    bindgen
        .arg("--out-name")
        .arg(program)
        .arg("--out-dir")
        .arg(folder);
    sh::run(bindgen.arg(first))
}

/// Puts the files into the build under these names.
fn finish(
    machine: &Machine,
    effort: Effort,
    files: &[(PathBuf, String)],
    kept: &Path,
    dist: &Path,
) -> Result<()> {
    if effort == Effort::Quick {
        for (from, name) in files {
            std::fs::copy(from, dist.join(name))?;
        }
        return Ok(());
    }
    optimise::all(machine, files, kept, dist)
}

fn file_name(file: &Path) -> Result<&str> {
    let name = file.file_name().and_then(|name| name.to_str());
    name.with_context(|| format!("{} has no name", file.display()))
}

/// The loader with a later part under its new name, taken only as this build made it.
fn checked(loader: &str, old: &str, new: &str, bytes: &[u8]) -> Result<String> {
    let place = format!("fetch(new URL(\"./{old}\", import.meta.url))");
    let integrity = STANDARD.encode(Sha256::digest(bytes));
    let with = format!(
        "fetch(new URL(\"./{new}\", import.meta.url), {{ integrity: 'sha256-{integrity}' }})"
    );
    fill("the loader of the later parts", loader, &place, &with)
}

/// As Trunk writes it.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The page with the integrity of a file that is another one than Trunk put there.
pub(crate) fn sign(page: &str, name: &str, bytes: &[u8]) -> Result<String> {
    let link = link(page, name)?;
    let old = link
        .split_once("integrity=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(integrity, _)| integrity)
        .with_context(|| format!("index.html: the link to {name} has no integrity"))?;
    let new = link.replace(old, &integrity(bytes));
    fill("index.html", page, link, &new)
}

/// The page with the loader beside the script that imports it.
fn announce(page: &str, script: &str, loader: &str, bytes: &[u8]) -> Result<String> {
    let link = link(page, script)?;
    let integrity = integrity(bytes);
    let both = format!(
        "{link}<link rel=\"modulepreload\" href=\"./{loader}\" crossorigin=\"anonymous\" integrity=\"{integrity}\">"
    );
    fill("index.html", page, link, &both)
}

/// The one link (or script) of the page with that file.
fn link<'a>(page: &'a str, name: &str) -> Result<&'a str> {
    let href = format!("=\"./{name}\"");
    let place = page
        .find(&href)
        .with_context(|| format!("index.html has no link to {name}"))?;
    let start = page[..place].rfind('<').context("the link begins")?;
    let length = page[start..].find('>').context("the link ends")?;
    Ok(&page[start..=start + length])
}

#[cfg(test)]
mod tests {
    use super::{announce, checked, integrity, program, sign};

    const PAGE: &str = "<html><link rel=\"modulepreload\" href=\"./app-1f.js\" integrity=\"sha384-old\"><link rel=\"preload\" href=\"./app-1f_bg.wasm\" integrity=\"sha384-old\" as=\"fetch\" type=\"application/wasm\"></html>";

    #[test]
    fn the_program_is_the_one_the_page_loads_ahead() {
        assert_eq!(program(PAGE).expect("it is named"), "app-1f");
        assert!(program("<link type=\"application/wasm\" href=\"./other\">").is_err());
        assert!(program("<p>app-1f_bg.wasm").is_err());
    }

    #[test]
    fn only_the_link_of_that_file_is_signed_anew() {
        let page = sign(PAGE, "app-1f_bg.wasm", b"new").expect("the link is there");
        let old = page.matches("sha384-old").count();
        assert_eq!((old, page.matches(&integrity(b"new")).count()), (1, 1));
        assert!(page.find("sha384-old") < page.find(&integrity(b"new")));
        assert!(sign(PAGE, "app-2f_bg.wasm", b"new").is_err());
    }

    #[test]
    fn the_loader_is_announced_beside_the_script_that_imports_it() {
        let page = announce(PAGE, "app-1f.js", "app-1f_later.js", b"x").expect("the link is there");
        let beside = format!(
            "href=\"./app-1f_later.js\" crossorigin=\"anonymous\" integrity=\"{}\"",
            integrity(b"x")
        );
        assert!(
            page.contains(&beside)
                && page.starts_with("<html><link rel=\"modulepreload\" href=\"./app-1f.js\"")
        );
    }

    #[test]
    fn a_loader_of_another_form_stops_the_build() {
        let loader = "const src = fetch(new URL(\"./split_later.wasm\", import.meta.url));";
        let new =
            checked(loader, "split_later.wasm", "app-1f_later.wasm", b"x").expect("one place");
        assert!(new.contains("./app-1f_later.wasm\", import.meta.url), { integrity: 'sha256-"));
        assert!(
            checked(
                "fetch(\"./split_later.wasm\")",
                "split_later.wasm",
                "a.wasm",
                b"x"
            )
            .is_err()
        );
    }
}
