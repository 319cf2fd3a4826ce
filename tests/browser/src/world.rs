//! The world of one test: a static host, and the people with their browsers.

use std::cell::{Cell, RefCell};
use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU16, AtomicU32, Ordering};

use anyhow::{Context as _, Result, bail};
use xtask::serve::StaticServer;

use crate::Person;
use crate::driver::Browser;
use crate::life::Launch;

/// The sub-path of the app on its host: releases must run under any.
pub const BASE: &str = "/team/hepai/";

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// Ports that no system gives to connections by itself: a host that goes and comes back finds its own free.
const PORTS: std::ops::Range<u16> = 20_000..32_000;

/// Serves a folder on a port that no other test of this run has had.
fn on_a_port_of_its_own(folder: &Path) -> Result<StaticServer> {
    static TAKEN: AtomicU16 = AtomicU16::new(0);
    let all = u32::from(PORTS.end - PORTS.start);
    // Runs beside each other begin at different ones.
    let begin = std::process::id().wrapping_mul(211) % all;
    for _ in PORTS {
        let next = begin + u32::from(TAKEN.fetch_add(1, Ordering::Relaxed));
        let port = PORTS.start + u16::try_from(next % all)?;
        match StaticServer::start(folder, BASE, port) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            server => return server.context("cannot serve the build"),
        }
    }
    bail!("every port of {PORTS:?} is taken")
}

/// Everything a test uses; all of it ends with the test.
#[derive(Debug)]
pub struct World {
    // Dropped in this order: people's browsers, the server, the folder.
    people: RefCell<Vec<Rc<Person>>>,
    browser: Browser,
    server: RefCell<Option<StaticServer>>,
    served: RefCell<PathBuf>,
    port: Cell<u16>,
    folder: Folder,
}

impl World {
    /// Serves the release build to people with that browser.
    ///
    /// # Errors
    /// Where there is no build.
    pub fn start(browser: Browser) -> Result<Self> {
        let dist = dist()?;
        let server = on_a_port_of_its_own(&dist)?;
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("hepai-browser-{}-{number}", std::process::id());
        let folder = Folder(std::env::temp_dir().join(name));
        std::fs::create_dir_all(&folder.0)?;
        Ok(Self {
            people: RefCell::default(),
            browser,
            port: Cell::new(server.port),
            server: RefCell::new(Some(server)),
            served: RefCell::new(dist),
            folder,
        })
    }

    /// The address of the app's start page.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}{BASE}", self.port.get())
    }

    /// A folder of this test's own.
    pub fn folder(&self) -> &Path {
        &self.folder.0
    }

    /// Somebody whose browser has stored nothing of the app, and who has not opened it yet.
    ///
    /// # Errors
    /// Where the browser does not start.
    pub async fn person(&self, name: &str) -> Result<Rc<Person>> {
        self.person_with(name, Launch::default()).await
    }

    /// The same, with a browser that differs from the usual.
    ///
    /// # Errors
    /// Where the browser does not start.
    pub async fn person_with(&self, name: &str, launch: Launch) -> Result<Rc<Person>> {
        let folder = self.folder.0.join(name);
        let person = Person::new(name, self.browser, folder, self.url(), launch)?;
        let person = Rc::new(person);
        self.people.borrow_mut().push(Rc::clone(&person));
        person.sit_down().await?;
        Ok(person)
    }

    /// Takes the host away.
    pub fn stop_server(&self) {
        self.server.borrow_mut().take();
    }

    /// Brings the host back on the same port.
    ///
    /// # Errors
    /// Where somebody else has taken the port.
    pub fn start_server(&self) -> Result<()> {
        let folder = self.served.borrow().clone();
        self.serve(&folder)
    }

    /// Serves another build under the same address.
    ///
    /// # Errors
    /// Where somebody else has taken the port.
    pub fn serve(&self, folder: &Path) -> Result<()> {
        self.server.borrow_mut().take();
        let server =
            StaticServer::start(folder, BASE, self.port.get()).context("the port is gone")?;
        *self.served.borrow_mut() = folder.to_path_buf();
        *self.server.borrow_mut() = Some(server);
        Ok(())
    }

    /// What has been asked of the host that runs now, as "GET /path".
    pub fn requests(&self) -> Vec<String> {
        let server = self.server.borrow();
        server
            .as_ref()
            .map(StaticServer::requests)
            .unwrap_or_default()
    }

    /// Ends all browsers without judging; answers with what they complained about.
    pub async fn end_quietly(&self) -> Vec<String> {
        self.end(false).await
    }

    /// Ends all browsers; answers with what they complained about.
    async fn end(&self, failed: bool) -> Vec<String> {
        let people: Vec<_> = self.people.borrow().iter().map(Rc::clone).collect();
        let mut complaints = Vec::new();
        for person in people {
            if failed {
                person.leave_traces().await;
            }
            let heard = person.end(failed).await;
            complaints.extend(
                heard
                    .into_iter()
                    .map(|text| format!("{}: {text}", person.name())),
            );
        }
        complaints
    }
}

/// The folder of the build: `HEPAI_DIST`, else `dist/` of the project.
///
/// # Errors
/// Where no build is there.
pub fn dist() -> Result<PathBuf> {
    let usual = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    let dist = std::env::var_os("HEPAI_DIST").map_or(usual, PathBuf::from);
    if !dist.join("index.html").is_file() {
        bail!(
            "no build in {}: run `cargo xtask build` first",
            dist.display()
        );
    }
    Ok(dist)
}

/// Runs one test in Chromium: it fails by an error, by a panic, or by a complaint of a browser.
///
/// # Panics
/// When the test fails; that is its answer.
pub fn test(body: impl AsyncFnOnce(&World) -> Result<()>) {
    test_in(Browser::Chromium, body);
}

/// Runs one test in that browser.
///
/// # Panics
/// When the test fails; that is its answer.
pub fn test_in(browser: Browser, body: impl AsyncFnOnce(&World) -> Result<()>) {
    let runtime = runtime();
    let world = World::start(browser).expect("the test can begin");
    let begun = std::time::Instant::now();
    let run = catch_unwind(AssertUnwindSafe(|| runtime.block_on(body(&world))));
    let failed = !matches!(run, Ok(Ok(())));
    let complaints = runtime.block_on(world.end(failed));
    // Shown with `--show-output`: what the suite spends its time on.
    eprintln!("took {:.1} s", begun.elapsed().as_secs_f64());
    if failed {
        for complaint in &complaints {
            eprintln!("{complaint}");
        }
    }
    match run {
        Err(panic) => resume_unwind(panic),
        Ok(Err(error)) => panic!("{error:#}"),
        Ok(Ok(())) => assert!(
            complaints.is_empty(),
            "browsers complain:\n{}",
            complaints.join("\n")
        ),
    }
}

/// What waits for drivers: one for all tests, since a browser may be asked by one after another.
///
/// # Panics
/// Where the system gives no thread.
pub fn runtime() -> &'static tokio::runtime::Runtime {
    static RUNTIME: LazyLock<tokio::runtime::Runtime> = LazyLock::new(|| {
        let mut builder = tokio::runtime::Builder::new_multi_thread();
        let built = builder.worker_threads(1).enable_all().build();
        built.expect("a runtime")
    });
    &RUNTIME
}

/// A temporary folder, removed with the test.
#[derive(Debug)]
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser that is just ending may still write; what stays lies in the system's temporary folder.
        for _ in 0..5 {
            if std::fs::remove_dir_all(&self.0).is_ok() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
    }
}
