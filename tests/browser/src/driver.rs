//! The drivers that steer browsers: started by us on a free port, ended with the test.

use std::ffi::OsString;
use std::io::{BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// Which browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
}

impl Browser {
    fn driver(self) -> (OsString, &'static [&'static str], &'static str) {
        match self {
            Self::Chromium => (
                program("CHROMEDRIVER", "chromedriver"),
                &["--port=0"],
                "on port ",
            ),
            Self::Firefox => (
                program("GECKODRIVER", "geckodriver"),
                &["--port", "0"],
                "Listening on 127.0.0.1:",
            ),
        }
    }
}

/// A program that `cargo xtask test` names in the environment, else by its usual name in PATH.
pub(crate) fn program(variable: &str, usual: &str) -> OsString {
    std::env::var_os(variable).unwrap_or_else(|| usual.into())
}

/// How often a driver is started before it counts as not starting.
const TRIES: usize = 5;

/// A running driver; dropping it ends it.
#[derive(Debug)]
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver of that browser and waits until it listens.
    ///
    /// # Errors
    /// Where the program is missing or says no port.
    pub fn start(browser: Browser) -> Result<Self> {
        // The port that the system offers is now and then taken by another driver before this one has it.
        for _ in 1..TRIES {
            if let Ok(driver) = Self::start_once(browser) {
                return Ok(driver);
            }
            std::thread::sleep(std::time::Duration::from_millis(200));
        }
        Self::start_once(browser)
    }

    fn start_once(browser: Browser) -> Result<Self> {
        let (program, arguments, marker) = browser.driver();
        let name = program.to_string_lossy().into_owned();
        let mut child = Command::new(&program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .with_context(|| format!("cannot start {name}; `cargo xtask setup` installs it"))?;
        let output = child.stdout.take().context("the driver has no output")?;
        let mut lines = BufReader::new(output).lines();
        let mut said = String::new();
        for line in lines.by_ref() {
            let line = line?;
            if let Some(port) = number_after(&line, marker) {
                // Its further words are read and dropped, lest it waits for a reader.
                std::thread::spawn(move || lines.for_each(drop));
                return Ok(Self { child, port });
            }
            said.push_str(&line);
            said.push('\n');
        }
        bail!("{name} ended without saying its port:\n{said}")
    }

    /// The group of processes that it leads: itself and its browsers.
    pub(crate) fn group(&self) -> u32 {
        self.child.id()
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn number_after(line: &str, marker: &str) -> Option<u16> {
    let rest = line.split_once(marker)?.1;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|port| *port != 0)
}

#[cfg(test)]
mod tests {
    use super::number_after;

    #[test]
    fn the_port_is_found_in_what_the_drivers_print() {
        let chrome = "ChromeDriver was started successfully on port 38271.";
        assert_eq!(number_after(chrome, "on port "), Some(38271));
        let starting = "Starting ChromeDriver 156.0 (abc) on port 0";
        assert_eq!(number_after(starting, "on port "), None);
    }
}
