//! Starting other programs. Knows nothing of what they do for the project.

use std::ffi::OsStr;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

/// The project's folder: where the workspace's `Cargo.toml` is.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// A command without what cargo and rustup left in the environment for *this* process.
///
/// Under `cargo xtask` they have set the toolchain, the path of cargo and the library path of the
/// native toolchain; inherited, they would make Trunk build with a compiler that has no wasm32.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        let ours = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"];
        if ours.iter().any(|start| text.starts_with(start)) {
            command.env_remove(&name);
        }
    }
    command.env_remove("CARGO").env_remove("LD_LIBRARY_PATH");
    command
}

/// Runs to the end with the terminal attached; fails unless the program reports success.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = show(command);
    println!("    $ {shown}");
    let status = command
        .status()
        .with_context(|| format!("cannot start {shown}"))?;
    if !status.success() {
        bail!("{shown}: {status}");
    }
    Ok(())
}

/// A program that runs beside this one; what it prints is shown when it is waited for. Dropping it ends it with all
/// that it started: a build left behind would hold up the next.
pub(crate) struct Beside {
    child: Child,
    shown: String,
    log: PathBuf,
}

impl Beside {
    /// Starts it; `log` keeps what it prints until then.
    pub(crate) fn start(command: &mut Command, log: PathBuf) -> Result<Self> {
        let shown = show(command);
        let file = File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
        println!("    $ {shown} &");
        let child = command
            .stdin(Stdio::null())
            .stdout(file.try_clone()?)
            .stderr(file)
            .spawn()
            .with_context(|| format!("cannot start {shown}"))?;
        Ok(Self { child, shown, log })
    }

    /// Waits for its end; fails unless it reports success.
    pub(crate) fn join(mut self) -> Result<()> {
        let status = self.child.wait()?;
        print!("{}", std::fs::read_to_string(&self.log)?);
        if !status.success() {
            bail!("{}: {status}", self.shown);
        }
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // Where it has ended by itself there is nobody left to end.
        if let Ok(None) = self.child.try_wait() {
            let all = family(self.child.id()).into_iter().map(|id| id.to_string());
            let _ = command("kill").arg("-KILL").args(all).status();
            let _ = self.child.wait();
        }
    }
}

/// A process and all that it started, by the system's list of processes.
fn family(first: u32) -> Vec<u32> {
    let list = output(command("ps").args(["-e", "-o", "pid=,ppid="])).unwrap_or_default();
    let pairs = list.lines().filter_map(|line| {
        let mut numbers = line.split_whitespace().map(str::parse::<u32>);
        Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
    });
    let pairs: Vec<(u32, u32)> = pairs.collect();
    let mut all = vec![first];
    let mut at = 0;
    while let Some(&parent) = all.get(at) {
        at += 1;
        let children = pairs.iter().filter(|(_, of)| *of == parent);
        all.extend(children.map(|(id, _)| *id));
    }
    all
}

/// What the program printed, if it could be started and reported success.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Where a program is, if PATH has it.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// The command as a person would type it, without its environment.
pub(crate) fn show(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_runs_beside_goes_with_all_it_started() {
        let log = std::env::temp_dir().join(format!("hepai-beside-{}", std::process::id()));
        let mut shell = command("sh");
        shell.args(["-c", "sleep 600 & echo $! ; wait"]);
        let beside = Beside::start(&mut shell, log.clone()).unwrap();
        let grandchild = loop {
            let said = std::fs::read_to_string(&log).unwrap();
            if let Some((id, _)) = said.split_once('\n') {
                break id.to_owned();
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        };
        assert!(family(beside.child.id()).contains(&grandchild.parse().unwrap()));
        drop(beside);
        let state = output(command("ps").args(["-o", "stat=", "-p", &grandchild]));
        assert!(state.is_none_or(|state| state.trim().starts_with('Z')));
        std::fs::remove_file(log).unwrap();
    }
}
