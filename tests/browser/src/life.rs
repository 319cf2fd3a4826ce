//! The life of a person's browser: starting, tabs, quitting, being killed, starting again.

use std::cell::{Cell, RefCell};
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Map, Value, json};
use thirtyfour::Capabilities;
use thirtyfour::prelude::{WebDriver, WindowHandle};
use thirtyfour::session::handle::SessionHandle;

use crate::Person;
use crate::driver::{Browser, program};
use crate::reports::{self, Expected, WATCH};
use crate::seat::{self, Kept, Seat};

/// How a browser differs from the usual.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Launch {
    /// Further switches of Chromium.
    pub switches: Vec<String>,
    /// Settings of the Chromium profile, by dotted path.
    pub settings: Vec<(String, Value)>,
    /// Chromium with its windows, for what its shell without them does otherwise.
    pub is_whole: bool,
}

impl Launch {
    /// With this switch of Chromium too.
    #[must_use]
    pub fn switch(mut self, switch: &str) -> Self {
        self.switches.push(switch.to_owned());
        self
    }

    /// With this setting of the profile too.
    #[must_use]
    pub fn setting(mut self, path: &str, value: Value) -> Self {
        self.settings.push((path.to_owned(), value));
        self
    }

    /// Chromium with its windows.
    #[must_use]
    pub fn whole(mut self) -> Self {
        self.is_whole = true;
        self
    }

    /// Frames as fast as they come, for measuring.
    #[must_use]
    pub fn without_frame_limit(self) -> Self {
        self.switch("--disable-frame-rate-limit")
            .switch("--disable-gpu-vsync")
    }
}

/// Switches of every Chromium: it runs as root in a container, and asks nobody on the network.
const SWITCHES: [&str; 13] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-background-timer-throttling",
    "--disable-renderer-backgrounding",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1366,768",
    "--accept-lang=zh-CN",
];

impl Person {
    /// # Errors
    /// Where the folder cannot be made.
    pub(crate) fn new(
        name: &str,
        browser: Browser,
        folder: PathBuf,
        app: String,
        launch: Launch,
    ) -> Result<Self> {
        for part in ["downloads", "files"] {
            std::fs::create_dir_all(folder.join(part))?;
        }
        Ok(Self {
            name: name.to_owned(),
            browser,
            folder,
            seat: RefCell::default(),
            is_as_started: Cell::new(false),
            app,
            launch,
            session: RefCell::default(),
            process: Cell::new(None),
            complaints: RefCell::default(),
            expected: RefCell::default(),
            files: Cell::new(0),
        })
    }

    fn capabilities(&self, seat: &Seat) -> Capabilities {
        let mut all = Map::new();
        match self.browser {
            Browser::Chromium => {
                let mut args: Vec<String> = SWITCHES.map(str::to_owned).to_vec();
                args.push(format!("--user-data-dir={}", seat.profile().display()));
                args.extend(self.launch.switches.iter().cloned());
                let mut settings: Map<String, Value> =
                    self.launch.settings.iter().cloned().collect();
                settings.insert("intl.accept_languages".into(), json!("zh-CN,zh"));
                let mut options = json!({ "args": args, "prefs": settings });
                // The shell does the same for a third less of the processor; the driver wants to be told.
                let shell = std::env::var_os("CHROMIUM_SHELL").filter(|_| !self.launch.is_whole);
                let name = if shell.is_some() {
                    "chrome-headless-shell"
                } else {
                    "chrome"
                };
                if let Some(binary) = shell.or_else(|| std::env::var_os("CHROMIUM")) {
                    options["binary"] = json!(binary.to_string_lossy());
                }
                all.insert("browserName".into(), json!(name));
                all.insert("goog:chromeOptions".into(), options);
                all.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL" }));
            }
            Browser::Firefox => {
                let downloads = self.folder.join("downloads");
                let prefs = json!({
                    "browser.download.folderList": 2,
                    "browser.download.dir": downloads,
                    "browser.download.always_ask_before_handling_new_types": false,
                    "intl.accept_languages": "zh-CN",
                });
                let binary = program("FIREFOX", "firefox");
                let options = json!({ "args": ["-headless"], "prefs": prefs, "binary": binary.to_string_lossy() });
                all.insert("browserName".into(), json!("firefox"));
                all.insert("moz:firefoxOptions".into(), options);
            }
        }
        Capabilities::from(all)
    }

    /// Sits down: at a browser that another test has left, where the usual one will do, else at a new one.
    ///
    /// # Errors
    /// Where it does not start.
    pub(crate) async fn sit_down(&self) -> Result<()> {
        let is_usual = self.browser == Browser::Chromium && self.launch == Launch::default();
        if let Some(kept) = is_usual.then(seat::kept).flatten() {
            self.seat.replace(Some(kept.seat));
            self.session.replace(Some(kept.session));
            self.process.set(kept.process);
            if self.prepare_tab().await.is_ok() {
                self.is_as_started.set(true);
                return Ok(());
            }
            // It has ended meanwhile.
            self.forget_session();
            self.process.set(None);
        }
        self.seat.replace(Some(Seat::new(self.browser)?));
        self.start().await?;
        self.is_as_started.set(is_usual);
        Ok(())
    }

    /// Starts the browser on this person's profile.
    ///
    /// # Errors
    /// Where it does not start.
    pub async fn start(&self) -> Result<()> {
        self.is_as_started.set(false);
        let (url, capabilities) = {
            let seat = self.seat.borrow();
            let seat = seat.as_ref().context("no profile")?;
            (seat.url(), self.capabilities(seat))
        };
        let driver = WebDriver::new(&url, capabilities)
            .await
            .with_context(|| format!("the browser of {} does not start", self.name))?;
        let id = ["goog:processID", "moz:processID"]
            .iter()
            .find_map(|key| driver.handle().capabilities().get(key)?.as_u64());
        self.process.set(id);
        self.session.replace(Some(driver));
        self.prepare_tab().await
    }

    /// What every new tab needs: the watcher of errors, and where downloads go.
    async fn prepare_tab(&self) -> Result<()> {
        if self.browser == Browser::Chromium {
            // A page keeps its focus when another tab comes to the front.
            self.cdp(
                "Emulation.setFocusEmulationEnabled",
                json!({ "enabled": true }),
            )
            .await?;
            self.cdp(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": WATCH }),
            )
            .await?;
            let path = self.folder.join("downloads");
            self.cdp(
                "Browser.setDownloadBehavior",
                json!({ "behavior": "allow", "downloadPath": path }),
            )
            .await?;
        }
        Ok(())
    }

    /// From the next page on it is Friday in this tab where it is a weekend outside: for what people do on working
    /// days.
    ///
    /// # Errors
    /// Where the browser refuses it.
    pub async fn on_a_working_day(&self) -> Result<()> {
        let source = "(() => {
            const Real = Date, over = { 6: 1, 0: 2 }[new Date().getDay()] ?? 0;
            if (over === 0) return;
            const back = over * 86400000;
            globalThis.Date = class extends Real {
                constructor(...given) { given.length ? super(...given) : super(Real.now() - back); }
                static now() { return Real.now() - back; }
            };
        })();";
        let script = json!({ "source": source });
        self.cdp("Page.addScriptToEvaluateOnNewDocument", script)
            .await
            .map(drop)
    }

    /// The running session.
    ///
    /// # Errors
    /// Where the browser is not running.
    pub fn session(&self) -> Result<std::sync::Arc<SessionHandle>> {
        let session = self.session.borrow();
        let driver = session
            .as_ref()
            .with_context(|| format!("the browser of {} is not running", self.name))?;
        Ok(driver.handle().clone())
    }

    /// Sends a command of the Chrome DevTools Protocol.
    ///
    /// # Errors
    /// Where the browser refuses it.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Result<Value> {
        let cdp = self.session.borrow().as_ref().map(WebDriver::cdp);
        let cdp = cdp.with_context(|| format!("the browser of {} is not running", self.name))?;
        cdp.send_raw(method, parameters)
            .await
            .with_context(|| method.to_owned())
    }

    /// Opens a second tab and goes there; answers with the one left behind.
    ///
    /// # Errors
    /// Where the browser refuses it.
    pub async fn new_tab(&self) -> Result<WindowHandle> {
        let session = self.session()?;
        let before = session.window().await?;
        let tab = session.new_tab().await?;
        session.switch_to_window(tab).await?;
        self.prepare_tab().await?;
        Ok(before)
    }

    /// Opens the app at a route in a window of its own beside this one, which stays visible and keeps
    /// its focus; answers with the one left behind.
    ///
    /// # Errors
    /// Where the browser refuses it.
    pub async fn new_window(&self) -> Result<WindowHandle> {
        self.is_as_started.set(false);
        let session = self.session()?;
        let before = session.window().await?;
        let window = session.new_window().await?;
        session.switch_to_window(window).await?;
        self.prepare_tab().await?;
        Ok(before)
    }

    /// Goes to a tab; answers with the one left behind.
    ///
    /// # Errors
    /// Where the tab is gone.
    pub async fn switch_tab(&self, tab: &WindowHandle) -> Result<WindowHandle> {
        let session = self.session()?;
        let before = session.window().await?;
        session.switch_to_window(tab.clone()).await?;
        Ok(before)
    }

    /// Complaints of this kind are expected from here on.
    pub fn expect(&self, reason: Expected) {
        self.expected.borrow_mut().push(reason);
    }

    /// Takes over what the browser has logged since the last time.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn listen(&self) -> Result<()> {
        if self.browser == Browser::Chromium {
            let entries = self.session()?.browser_log().await?;
            self.complaints
                .borrow_mut()
                .extend(reports::complaints(entries));
        }
        Ok(())
    }

    /// The unexpected complaints heard so far.
    pub fn complaints(&self) -> Vec<String> {
        let expected = self.expected.borrow();
        let heard = self.complaints.borrow();
        heard
            .iter()
            .filter(|text| !reports::is_expected(text, &expected))
            .cloned()
            .collect()
    }

    /// Closes the browser as a person does.
    ///
    /// # Errors
    /// Where it does not end.
    pub async fn quit(&self) -> Result<()> {
        self.listen().await?;
        let driver = self.session.take();
        if let Some(driver) = driver {
            driver.quit().await?;
        }
        self.process.set(None);
        Ok(())
    }

    /// Kills the browser by SIGKILL: nothing in it gets a last word.
    ///
    /// # Errors
    /// Where there is nothing to kill.
    pub fn kill(&self) -> Result<()> {
        let id = self
            .process
            .take()
            .with_context(|| format!("no process of {}", self.name))?;
        let done = Command::new("kill")
            .args(["-KILL", &id.to_string()])
            .status()?;
        self.forget_session();
        if !done.success() {
            bail!("kill: {done}");
        }
        wait_until_gone(id)
    }

    /// A thread that kills the browser after that time.
    ///
    /// # Errors
    /// Where there is nothing to kill.
    pub fn kill_after(&self, delay: Duration) -> Result<std::thread::JoinHandle<()>> {
        let id = self
            .process
            .get()
            .with_context(|| format!("no process of {}", self.name))?;
        Ok(std::thread::spawn(move || {
            std::thread::sleep(delay);
            // Whether it worked shows in the next command to the browser.
            let _ = Command::new("kill")
                .args(["-KILL", &id.to_string()])
                .status();
        }))
    }

    /// After a kill: the session is gone, the profile stays.
    ///
    /// # Errors
    /// Where the browser is still there.
    pub fn was_killed(&self) -> Result<()> {
        self.forget_session();
        self.process.take().map_or(Ok(()), wait_until_gone)
    }

    fn forget_session(&self) {
        if let Some(driver) = self.session.take() {
            // Others may hold the handle no longer than a call.
            let _ = driver.leak();
        }
    }

    /// Is not needed any more in this test: the browser is another's from here on.
    pub async fn done(&self) {
        // What it complained of is heard at the end of the test.
        drop(self.end(false).await);
    }

    /// Leaves the browser to another test where it can be, else ends it, whatever state it is in; answers with the
    /// unexpected complaints.
    pub(crate) async fn end(&self, failed: bool) -> Vec<String> {
        if self.session.borrow().is_some() {
            let may = !failed && self.is_as_started.get() && seat::has_room();
            let is_left = may && self.leave().await.is_ok();
            if !is_left && self.quit().await.is_err() {
                let _ = self.kill();
            }
        }
        self.complaints()
    }

    /// Leaves the browser with one empty tab, and nothing of what this test's origin stored.
    async fn leave(&self) -> Result<()> {
        self.listen().await?;
        let session = self.session()?;
        let tabs = session.windows().await?;
        let empty = session.new_tab().await?;
        for tab in tabs {
            session.switch_to_window(tab).await?;
            session.close_window().await?;
        }
        session.switch_to_window(empty).await?;
        let origin = self.app.split('/').take(3).collect::<Vec<_>>().join("/");
        let all = json!({ "origin": origin, "storageTypes": "all" });
        self.cdp("Storage.clearDataForOrigin", all).await?;
        self.cdp("Network.clearBrowserCache", json!({})).await?;
        // What the closed tabs said last.
        session.browser_log().await?;
        let (left, seat) = (self.session.take(), self.seat.take());
        let process = self.process.take();
        if let (Some(session), Some(seat)) = (left, seat) {
            seat::keep(Kept {
                session,
                process,
                seat,
            });
        }
        Ok(())
    }

    /// Prints where the page stands and keeps a picture of it.
    pub(crate) async fn leave_traces(&self) {
        let Ok(session) = self.session() else { return };
        if let Ok(address) = session.current_url().await {
            eprintln!("{} is at {address}", self.name);
        }
        let folder =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/browser-failures");
        let test = std::thread::current()
            .name()
            .unwrap_or("test")
            .replace("::", "-");
        let picture = folder.join(format!("{test}-{}.png", self.name));
        let kept =
            std::fs::create_dir_all(&folder).is_ok() && session.screenshot(&picture).await.is_ok();
        if kept {
            eprintln!("a picture of it: {}", picture.display());
        }
    }
}

impl Drop for Person {
    fn drop(&mut self) {
        if self.process.get().is_some() {
            let _ = self.kill();
        }
        self.forget_session();
    }
}

/// Waits until the kernel has taken the process away, so that its profile is free.
fn wait_until_gone(id: u64) -> Result<()> {
    let process = PathBuf::from(format!("/proc/{id}/stat"));
    let end = Instant::now() + Duration::from_secs(10);
    while Instant::now() < end {
        match std::fs::read_to_string(&process) {
            // A zombie holds no files.
            Ok(text) if !text.contains(") Z ") => std::thread::sleep(Duration::from_millis(5)),
            _ => return Ok(()),
        }
    }
    bail!("process {id} does not end")
}
