//! The project's commands. `cargo xtask help` lists them.
#![allow(
    clippy::print_stdout,
    reason = "these commands talk to the person at the terminal"
)]

mod bench;
mod build;
mod lean;
mod optimise;
mod precache;
mod setup;
mod sh;
mod shorten;
mod split;
mod test;
mod wasm_tests;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use setup::{Machine, Mode, Scope};
use test::Depth;
use xtask::serve::StaticServer;

const HELP: &str = "\
cargo xtask COMMAND

  serve    set up, build, and serve dist/ on 127.0.0.1:8080
           --port N  --base /team/hepai/  --dir FOLDER  --no-build
  test     set up, check, and run all tests: native, wasm, browsers
           --long   the sizes for a night      --smoke  the short ones
  setup    install what is missing             --dry-run  only say what
  build    set up and make the release build in dist/
           --quick   one to try a change with: compiled in seconds, large and slow
  check    format, lints for both targets, architecture
  bench    build and measure                   merge | app | shapes  only that
           growth [SHAPE|PART …] [--times N]   odd projects at n and 2n
           day [sample|plan]   what an edit costs in a large project
  env      shell lines that put the tools into PATH: eval \"$(cargo xtask env)\"
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nfailed: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[String]) -> Result<()> {
    let (command, rest) = words
        .split_first()
        .map_or(("help", &[][..]), |(first, rest)| (first.as_str(), rest));
    if command == wasm_tests::RUNNER {
        return wasm_tests::run(rest);
    }
    let mut options = Options::parse(rest)?;
    match command {
        "setup" => {
            let mode = if options.flag("--dry-run") {
                Mode::DryRun
            } else {
                Mode::Do
            };
            options.end()?;
            setup::run(Scope::All, mode)?;
        }
        "build" => {
            let effort = match options.flag("--quick") {
                true => build::Effort::Quick,
                false => build::Effort::Release,
            };
            options.end()?;
            build::run(&ready(Scope::Build)?, effort)?;
        }
        "serve" => serve(options)?,
        "check" => {
            options.end()?;
            test::check(&ready(Scope::Build)?)?;
        }
        "test" => {
            let depth = match (options.flag("--long"), options.flag("--smoke")) {
                (true, true) => bail!("--long and --smoke exclude each other"),
                (true, false) => Depth::Long,
                (false, true) => Depth::Smoke,
                (false, false) => Depth::Usual,
            };
            options.end()?;
            test::test(&ready(Scope::All)?, depth)?;
            println!("\nall tests passed");
        }
        "bench" => {
            let parts = options.rest();
            let is_native = parts
                .first()
                .is_some_and(|part| part == "growth" || part == "day");
            let scope = if is_native { Scope::Build } else { Scope::All };
            bench::run(&ready(scope)?, &parts)?;
        }
        "env" => {
            options.end()?;
            print!("{}", setup::find()?.exports());
            for (name, path) in setup::browsers()? {
                println!("export {name}=\"{}\"", path.display());
            }
        }
        "help" | "--help" | "-h" => print!("{HELP}"),
        other => bail!("no command {other:?}\n\n{HELP}"),
    }
    Ok(())
}

fn ready(scope: Scope) -> Result<Machine> {
    println!("== set-up");
    setup::run(scope, Mode::Do)
}

fn serve(mut options: Options) -> Result<()> {
    let port = options
        .value("--port")?
        .map_or(Ok(8080), |text| text.parse())
        .context("--port")?;
    let base = options.value("--base")?.unwrap_or_else(|| "/".to_owned());
    let folder = options.value("--dir")?.map(PathBuf::from);
    let built = options.flag("--no-build") || folder.is_some();
    options.end()?;
    let folder = match folder {
        Some(folder) => folder,
        None if built => sh::root().join("dist"),
        None => build::run(&ready(Scope::Build)?, build::Effort::Release)?,
    };
    if !folder.join("index.html").is_file() {
        bail!(
            "{} has no index.html; run `cargo xtask build` first",
            folder.display()
        );
    }
    let server = StaticServer::start(&folder, &base, port).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            let next = port.wrapping_add(1);
            anyhow::anyhow!(
                "port {port} is busy: another program listens there. Stop it, or choose one: --port {next}"
            )
        }
        _ => anyhow::Error::new(error).context(format!("cannot listen on 127.0.0.1:{port}")),
    })?;
    println!(
        "\nserving {} on {}\nCtrl+C ends it.",
        folder.display(),
        server.url()
    );
    server.wait();
    Ok(())
}

/// The words after the command; each is taken out once it is understood.
struct Options(Vec<String>);

impl Options {
    fn parse(words: &[String]) -> Result<Self> {
        let mut all = Vec::new();
        for word in words {
            match word.split_once('=') {
                Some((name, value)) if name.starts_with("--") => {
                    all.extend([name.to_owned(), value.to_owned()])
                }
                _ => all.push(word.clone()),
            }
        }
        Ok(Self(all))
    }

    fn flag(&mut self, name: &str) -> bool {
        let place = self.0.iter().position(|word| word == name);
        place.map(|place| self.0.remove(place)).is_some()
    }

    fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(place) = self.0.iter().position(|word| word == name) else {
            return Ok(None);
        };
        if place + 1 >= self.0.len() {
            bail!("{name} needs a value");
        }
        self.0.remove(place);
        Ok(Some(self.0.remove(place)))
    }

    /// Everything not taken yet.
    fn rest(self) -> Vec<String> {
        self.0
    }

    fn end(&self) -> Result<()> {
        match self.0.first() {
            Some(word) => bail!("{word:?} is not understood here\n\n{HELP}"),
            None => Ok(()),
        }
    }
}
