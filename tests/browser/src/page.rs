//! The page before a person: going somewhere, waiting, reading, clicking, pressing keys.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::prelude::{By, WebElement};

use crate::Person;

/// How long anything may take before the test fails.
pub const PATIENCE: Duration = Duration::from_secs(40);

/// Known to every script: the control of a field, and the text in it.
pub(crate) const HELPERS: &str = r"
const controls = (record, field) => [...document.querySelectorAll(`[data-field='${field}']`)]
  .filter((one) => one.closest('[data-record]')?.dataset.record === record);
const control = (record, field) => controls(record, field)[0];
const shown = (one) => one === undefined ? null
  : one.type === 'checkbox' ? one.checked
  : 'value' in one && one.tagName !== 'LI' && one.tagName !== 'BUTTON' ? one.value : one.textContent.trim();
const testid = (name) => document.querySelector(`[data-testid='${name}']`);
const saveState = () => testid('save-state')?.dataset.state ?? null;
const put = (one, value) => {
  one.focus();
  const type = { INPUT: HTMLInputElement, TEXTAREA: HTMLTextAreaElement, SELECT: HTMLSelectElement }[one.tagName];
  Object.getOwnPropertyDescriptor(type.prototype, 'value').set.call(one, value);
  one.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: value }));
  one.dispatchEvent(new Event('change', { bubbles: true }));
  one.blur();
};
";

/// The selector of an element with that `data-testid`.
pub fn testid(name: &str) -> String {
    format!("[data-testid='{name}']")
}

fn is_stale(error: &WebDriverError) -> bool {
    matches!(
        error.as_inner(),
        WebDriverErrorInner::StaleElementReference(_)
    )
}

impl Person {
    /// Opens the app at that hash route (such as `#/`) and waits until it is usable.
    ///
    /// # Errors
    /// Where it does not become usable.
    pub async fn open(&self, route: &str) -> Result<()> {
        self.load(route).await?;
        self.wait_ready().await
    }

    /// Loads the app's page anew at that route, without waiting for the program.
    ///
    /// # Errors
    /// Where the browser cannot.
    pub async fn load(&self, route: &str) -> Result<()> {
        let address = format!("{}{route}", self.app);
        let session = self.session()?;
        // Another hash alone would not load the page. Loading it anew where it stands keeps the browser's process; with
        // a page between the two it begins another one, which reads the program again.
        if session.current_url().await?.as_str().starts_with(&self.app) {
            let stand_there = "history.replaceState(null, '', arguments[0]);";
            let stands = session.execute(stand_there, vec![json!(address)]).await;
            if stands.is_ok() {
                return session.refresh().await.with_context(|| address);
            }
            session.goto("about:blank").await?;
        }
        session.goto(&address).await.with_context(|| address)
    }

    /// Goes to a route within the running app.
    ///
    /// # Errors
    /// Where the page is gone.
    pub async fn go(&self, route: &str) -> Result<()> {
        let script = "const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
            const before = location.hash;
            location.hash = arguments[0];
            if (location.hash !== before) await changed;
            await new Promise((resolve) => setTimeout(resolve));";
        self.run_async(script, json!([route])).await?;
        self.wait_ready().await
    }

    /// Loads the page anew.
    ///
    /// # Errors
    /// Where it does not become usable.
    pub async fn reload(&self) -> Result<()> {
        self.session()?.refresh().await?;
        self.wait_ready().await
    }

    /// Waits for `html[data-ready]`.
    ///
    /// # Errors
    /// Where it does not come.
    pub async fn wait_ready(&self) -> Result<()> {
        let script = "return document.documentElement.dataset.ready !== undefined;";
        self.wait("the app to be usable", script, json!([]))
            .await
            .map(drop)
    }

    /// Runs a script in the page; see [`HELPERS`] for what it knows.
    ///
    /// # Errors
    /// Where it throws or the browser is gone.
    pub async fn run(&self, script: &str, arguments: Value) -> Result<Value> {
        let Value::Array(arguments) = arguments else {
            bail!("arguments are a list")
        };
        let answer = self
            .session()?
            .execute(format!("{HELPERS}{script}"), arguments)
            .await;
        Ok(answer
            .with_context(|| format!("{}: {}", self.name, script.trim()))?
            .json()
            .clone())
    }

    /// Runs a script that answers by calling its last argument.
    ///
    /// # Errors
    /// Where it throws, does not answer in time, or the browser is gone.
    pub async fn run_async(&self, script: &str, arguments: Value) -> Result<Value> {
        let Value::Array(arguments) = arguments else {
            bail!("arguments are a list")
        };
        let session = self.session()?;
        session.set_script_timeout(Duration::from_secs(300)).await?;
        let script = format!(
            "{HELPERS}const answer = arguments[arguments.length - 1];\n(async () => {{{script}}})().then(answer, (error) => answer({{ thrown: String(error?.stack ?? error) }}));"
        );
        let answer = session.execute_async(script, arguments).await?;
        match answer.json().get("thrown") {
            Some(error) => bail!("{}: {error}", self.name),
            None => Ok(answer.json().clone()),
        }
    }

    /// Runs a script again and again until its answer is neither null nor false.
    ///
    /// # Errors
    /// Where that takes longer than [`PATIENCE`].
    pub async fn wait(&self, what: &str, script: &str, arguments: Value) -> Result<Value> {
        let end = Instant::now() + PATIENCE;
        let mut pause = Duration::from_millis(8);
        let mut last;
        loop {
            last = match self.run(script, arguments.clone()).await {
                Ok(Value::Null | Value::Bool(false)) => None,
                Ok(answer) => return Ok(answer),
                // The page may just be loading.
                Err(error) => Some(error),
            };
            if Instant::now() >= end {
                break;
            }
            // Each question takes the page's time: what takes long is asked less often.
            tokio::time::sleep(pause).await;
            pause = (pause * 3 / 2).min(Duration::from_millis(80));
        }
        let page = self
            .run("return document.body?.innerText.slice(0, 1500);", json!([]))
            .await;
        let page = page
            .ok()
            .and_then(|text| text.as_str().map(str::to_owned))
            .unwrap_or_default();
        let error = last
            .map(|error| format!("\nlast error: {error:#}"))
            .unwrap_or_default();
        bail!(
            "{} waited in vain for {what}; the page says:\n{page}{error}",
            self.name
        )
    }

    /// The first element of that selector, waited for.
    ///
    /// # Errors
    /// Where none comes.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        let script = "return document.querySelector(arguments[0]) !== null;";
        self.wait(selector, script, json!([selector])).await?;
        Ok(self.session()?.find(By::Css(selector)).await?)
    }

    /// How many elements there are.
    ///
    /// # Errors
    /// Where the page is gone.
    pub async fn count(&self, selector: &str) -> Result<usize> {
        let script = "return document.querySelectorAll(arguments[0]).length;";
        let count = self.run(script, json!([selector])).await?;
        Ok(usize::try_from(count.as_u64().unwrap_or_default())?)
    }

    /// Clicks the first element of that selector with the mouse.
    ///
    /// # Errors
    /// Where it does not come or cannot be clicked.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let begun = Instant::now();
        loop {
            let element = self.find(selector).await?;
            let clicked = async {
                element.scroll_into_view().await?;
                element.click().await
            };
            match clicked.await {
                // Drawn anew between looking and clicking: a person clicks what is there now.
                Err(error) if is_stale(&error) && begun.elapsed() < PATIENCE => {}
                other => return other.with_context(|| format!("{} clicks {selector}", self.name)),
            }
        }
    }

    /// Clicks the first visible button, link or summary with that text.
    ///
    /// # Errors
    /// Where none comes.
    pub async fn click_text(&self, text: &str) -> Result<()> {
        let script = "const all = [...document.querySelectorAll('button, a, summary, [role=button]')];
            const one = all.find((one) => one.checkVisibility() && one.textContent.trim().includes(arguments[0]));
            if (!one) return false;
            one.scrollIntoView({ block: 'center' });
            one.click();
            return true;";
        self.wait(
            &format!("something to click that says {text}"),
            script,
            json!([text]),
        )
        .await
        .map(drop)
    }

    /// The text of the first element of that selector.
    ///
    /// # Errors
    /// Where it does not come.
    pub async fn text(&self, selector: &str) -> Result<String> {
        let script = "return document.querySelector(arguments[0])?.innerText ?? null;";
        let text = self.wait(selector, script, json!([selector])).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Presses a key, with modifiers in the protocol's bits (Alt 1, Ctrl 2, Meta 4, Shift 8).
    ///
    /// # Errors
    /// Where the browser refuses it.
    pub async fn press(&self, key: &str, modifiers: u8) -> Result<()> {
        let (code, number, text) = match key {
            "Enter" => ("Enter", 13, "\r"),
            "Tab" => ("Tab", 9, ""),
            "Escape" => ("Escape", 27, ""),
            "ArrowUp" => ("ArrowUp", 38, ""),
            "ArrowDown" => ("ArrowDown", 40, ""),
            "ArrowLeft" => ("ArrowLeft", 37, ""),
            "ArrowRight" => ("ArrowRight", 39, ""),
            "F2" => ("F2", 113, ""),
            "Home" => ("Home", 36, ""),
            "1" => ("Digit1", 49, ""),
            "2" => ("Digit2", 50, ""),
            "3" => ("Digit3", 51, ""),
            "z" => ("KeyZ", 90, ""),
            "y" => ("KeyY", 89, ""),
            "a" => ("KeyA", 65, ""),
            "c" => ("KeyC", 67, ""),
            "d" => ("KeyD", 68, ""),
            "i" => ("KeyI", 73, ""),
            "r" => ("KeyR", 82, ""),
            "Delete" => ("Delete", 46, ""),
            "v" => ("KeyV", 86, ""),
            other => bail!("no key {other:?} is known here"),
        };
        let mut down = json!({
            "type": if text.is_empty() { "rawKeyDown" } else { "keyDown" },
            "key": key, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers,
        });
        if !text.is_empty() {
            down["text"] = json!(text);
        }
        if key == "v" {
            down["commands"] = json!(["paste"]);
        }
        self.cdp("Input.dispatchKeyEvent", down.clone()).await?;
        down["type"] = json!("keyUp");
        self.cdp("Input.dispatchKeyEvent", down).await.map(drop)
    }
}
