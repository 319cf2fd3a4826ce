//! Looking at a page: how large the window is, what is in sight, what accessibility says, what is dragged over it.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::Person;

impl Person {
    /// Gives the page a window of that size, in CSS pixels.
    ///
    /// # Errors
    /// Where the browser refuses it.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.resize_at(width, height, 1).await
    }

    /// The same at a zoom: so many of the screen's pixels make a CSS pixel; 2 is 200 %.
    ///
    /// # Errors
    /// Where the browser refuses it.
    pub async fn resize_at(&self, width: u32, height: u32, scale: u32) -> Result<()> {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", size).await?;
        // Two frames: one in which the styles change, one in which that is drawn.
        let frames = "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));";
        self.run_async(frames, json!([])).await.map(drop)
    }

    /// Fails unless the first element of that selector lies wholly in the window as it is scrolled now.
    ///
    /// # Errors
    /// Where it does not.
    pub async fn in_sight(&self, selector: &str) -> Result<()> {
        self.find(selector).await?;
        let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
            return [box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth && box.width > 0,
              `${Math.round(box.left)},${Math.round(box.top)} to ${Math.round(box.right)},${Math.round(box.bottom)} of ${innerWidth}x${innerHeight}`];";
        let seen = self.run(script, json!([selector])).await?;
        ensure!(
            seen[0] == true,
            "{selector} is out of sight at {}: {}",
            self.session()?
                .current_url()
                .await?
                .fragment()
                .unwrap_or(""),
            seen[1]
        );
        Ok(())
    }

    /// Everything that can be read on the page: its text, and the words beside controls.
    ///
    /// # Errors
    /// Where the page is gone.
    pub async fn words(&self) -> Result<Vec<String>> {
        let script = "const lines = document.body.innerText.split('\\n');
            for (const one of document.querySelectorAll('[title], [placeholder], [aria-label]'))
              lines.push(one.title, one.getAttribute('placeholder') ?? '', one.getAttribute('aria-label') ?? '');
            lines.push(document.title);
            return [...new Set(lines.map((line) => line.trim()).filter(Boolean))];";
        let lines = self.run(script, json!([])).await?;
        Ok(crate::edits::strings(&lines))
    }

    /// The page as paper, in bytes of a PDF file.
    ///
    /// # Errors
    /// Where the browser does not print.
    pub async fn print(&self) -> Result<usize> {
        let answer = self.cdp("Page.printToPDF", json!({})).await?;
        let paper = answer["data"].as_str().context("a PDF file")?;
        Ok(paper.len() / 4 * 3)
    }

    /// Whether the page is one sheet of paper: nobody can print a second.
    ///
    /// # Errors
    /// Where the browser does not print.
    pub async fn is_one_sheet(&self) -> Result<bool> {
        let whole = json!({ "preferCSSPageSize": true });
        self.cdp("Page.printToPDF", whole).await?;
        let second = json!({ "preferCSSPageSize": true, "pageRanges": "2" });
        Ok(self.cdp("Page.printToPDF", second).await.is_err())
    }

    /// Shows the page as it stands on paper, or as on the screen again.
    ///
    /// # Errors
    /// Where the browser refuses it.
    pub async fn on_paper(&self, is_on_paper: bool) -> Result<()> {
        let media = json!({ "media": if is_on_paper { "print" } else { "" } });
        self.cdp("Emulation.setEmulatedMedia", media)
            .await
            .map(drop)
    }

    /// What axe-core finds wrong with the page, a line each.
    ///
    /// # Errors
    /// Where axe-core is not installed or does not answer.
    pub async fn axe(&self) -> Result<Vec<String>> {
        let file = std::env::var_os("AXE_CORE")
            .context("AXE_CORE names no axe.min.js; `cargo xtask setup` installs it and `cargo xtask env` says where")?;
        if self
            .run("return typeof window.axe === 'undefined';", json!([]))
            .await?
            == true
        {
            let source = std::fs::read_to_string(&file)
                .with_context(|| Path::new(&file).display().to_string())?;
            self.cdp("Runtime.evaluate", json!({ "expression": source }))
                .await?;
        }
        let script = "const result = await axe.run(document, { resultTypes: ['violations'] });
            return result.violations.map((one) => `${one.id}: ${one.nodes.length} × ${one.nodes[0].target.join(' ')} ${one.nodes[0].failureSummary.replaceAll('\\n', ' ')}`);";
        let found = self.run_async(script, json!([])).await?;
        Ok(crate::edits::strings(&found))
    }

    /// Drags over the middle of the window and drops: files, or a text where there are none. Answers with the effect
    /// that the page announced meanwhile.
    ///
    /// # Errors
    /// Where the browser does not drag.
    pub async fn drop_here(&self, files: &[&Path]) -> Result<String> {
        let listen = "window.dragged = [];
            window.addEventListener('dragover', (event) => window.dragged.push([event.dataTransfer.dropEffect, event.defaultPrevented]));";
        self.run(listen, json!([])).await?;
        let files: Vec<String> = files
            .iter()
            .map(|file| file.display().to_string())
            .collect();
        let items = if files.is_empty() {
            json!([{ "mimeType": "text/plain", "data": "letters" }])
        } else {
            json!([])
        };
        let data = json!({ "items": items, "files": files, "dragOperationsMask": 1 });
        for kind in ["dragEnter", "dragOver", "drop"] {
            let event = json!({ "type": kind, "x": 300, "y": 300, "data": data });
            self.cdp("Input.dispatchDragEvent", event).await?;
        }
        let effect = self
            .wait(
                "something dragged over the page",
                "return window.dragged.at(-1) ?? null;",
                json!([]),
            )
            .await?;
        ensure!(effect[1] == true, "the page takes nothing: {effect}");
        Ok(effect[0].as_str().unwrap_or_default().to_owned())
    }

    /// Dresses the page in one look: `light` or `dark`.
    ///
    /// # Errors
    /// Where the page is gone.
    pub async fn wear(&self, look: &str) -> Result<()> {
        let script = "document.documentElement.dataset.theme = arguments[0];";
        self.run(script, json!([look])).await.map(drop)
    }

    /// The answers to one question about the whole page, as a list of lines.
    ///
    /// # Errors
    /// Where the script throws.
    pub async fn lines(&self, script: &str, arguments: Value) -> Result<Vec<String>> {
        let lines = self.run(script, arguments).await?;
        Ok(crate::edits::strings(&lines))
    }
}
