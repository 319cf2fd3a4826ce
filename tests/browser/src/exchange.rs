//! Files out and in: exports, previews, taking and taking back.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};

use crate::page::{PATIENCE, testid};
use crate::project_file::record;
use crate::{Person, ProjectFile};

/// How long nothing may change before what is stored stands still: longer than the program waits before it tidies.
const REST: Duration = Duration::from_millis(2_500);

/// What `[data-testid=import-preview]` says of one project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Whose.
    pub project: String,
    /// Changes new here.
    pub new: u64,
    /// Changes already contained.
    pub known: u64,
    /// Differences open after taking.
    pub conflicts: u64,
}

impl Person {
    /// Saves the whole project as a file, from the exchange page.
    ///
    /// # Errors
    /// Where no file comes, or it cannot be read.
    pub async fn export(&self, project: &str) -> Result<PathBuf> {
        self.go(&format!("#/p/{project}/exchange")).await?;
        self.export_here().await
    }

    /// Saves the whole project as a file, from the page that is open.
    ///
    /// # Errors
    /// Where no file comes.
    pub async fn export_here(&self) -> Result<PathBuf> {
        self.click(&testid("export-whole")).await?;
        self.downloaded().await
    }

    /// The same, read.
    ///
    /// # Errors
    /// Where no file comes, or it cannot be read.
    pub async fn export_read(&self, project: &str) -> Result<ProjectFile> {
        ProjectFile::read(&self.export(project).await?)
    }

    /// Waits for the one file in the download folder; it is moved to a place of its own.
    ///
    /// # Errors
    /// Where none comes.
    pub async fn downloaded(&self) -> Result<PathBuf> {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            for entry in std::fs::read_dir(self.folder.join("downloads"))? {
                let path = entry?.path();
                let name = path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                // Browsers write elsewhere, and hold the name by an empty file.
                let is_empty = std::fs::metadata(&path).map_or(true, |file| file.len() == 0);
                let is_part = name.ends_with(".crdownload") || name.ends_with(".part");
                if is_empty || is_part || name.starts_with('.') {
                    continue;
                }
                self.files.set(self.files.get() + 1);
                let place = self.folder.join("files").join(self.files.get().to_string());
                std::fs::create_dir_all(&place)?;
                let kept = place.join(name);
                std::fs::rename(&path, &kept)?;
                return Ok(kept);
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        bail!("{} waited in vain for a download", self.name)
    }

    /// Gives files to the import of the page that is open.
    ///
    /// # Errors
    /// Where the page has none.
    pub async fn give(&self, files: &[&Path]) -> Result<()> {
        let input = self.find(&testid("import-input")).await?;
        let list: Vec<String> = files
            .iter()
            .map(|file| file.display().to_string())
            .collect();
        input
            .send_keys(list.join("\n"))
            .await
            .context("the file input takes nothing")
    }

    /// The previews shown.
    ///
    /// # Errors
    /// Where one lacks its numbers.
    pub async fn previews(&self) -> Result<Vec<Preview>> {
        let script = "return [...document.querySelectorAll('[data-testid=import-preview]')].map((one) => ({ ...one.dataset }));";
        let all = self.run(script, json!([])).await?;
        all.as_array().into_iter().flatten().map(preview).collect()
    }

    /// Gives files, and waits for the previews of that many projects.
    ///
    /// # Errors
    /// Where they do not come.
    pub async fn give_and_look(&self, files: &[&Path], projects: usize) -> Result<Vec<Preview>> {
        self.give(files).await?;
        let script = "const all = [...document.querySelectorAll('[data-testid=import-preview]')];
            return all.length === arguments[0] && all.every((one) => one.dataset.new !== undefined);";
        self.wait(&format!("{projects} previews"), script, json!([projects]))
            .await?;
        self.previews().await
    }

    /// Accepts the preview of a project.
    ///
    /// # Errors
    /// Where there is no such preview.
    pub async fn accept(&self, project: &str) -> Result<()> {
        self.click(&format!("[data-testid='import-preview'][data-project-id='{project}'] [data-testid='import-accept']")).await?;
        let script = "return document.querySelector(`[data-testid='import-preview'][data-project-id='${arguments[0]}'] [data-testid='import-accept']`) === null;";
        self.wait("the preview to be taken", script, json!([project]))
            .await?;
        self.wait_ready().await
    }

    /// Takes files of one project at its exchange page; answers with what was previewed.
    ///
    /// # Errors
    /// Where it does not come to that.
    pub async fn take(&self, project: &str, files: &[&Path]) -> Result<Preview> {
        self.go(&format!("#/p/{project}/exchange")).await?;
        let mut previews = self.give_and_look(files, 1).await?;
        self.accept(project).await?;
        self.saved().await?;
        previews.pop().context("a preview")
    }

    /// Takes the first file of a project at home.
    ///
    /// # Errors
    /// Where it does not come to that.
    pub async fn take_first(&self, file: &Path) -> Result<Preview> {
        self.open("#/").await?;
        let preview = self
            .give_and_look(&[file], 1)
            .await?
            .pop()
            .context("a preview")?;
        self.accept(&preview.project).await?;
        self.go(&format!("#/p/{}/exchange", preview.project))
            .await?;
        self.saved().await?;
        Ok(preview)
    }

    /// Record and field of each open difference, sorted.
    ///
    /// # Errors
    /// Where the page does not come.
    pub async fn conflicts(&self, project: &str) -> Result<Vec<(String, String)>> {
        self.go(&format!("#/p/{project}/conflicts")).await?;
        self.find("main h1").await?;
        self.conflicts_here().await
    }

    /// The same, of the page that is open.
    ///
    /// # Errors
    /// Where the page is gone.
    pub async fn conflicts_here(&self) -> Result<Vec<(String, String)>> {
        let script = "return [...document.querySelectorAll('[data-testid=conflict]')].map((one) => [one.dataset.record, one.dataset.field]);";
        let rows = self.run(script, json!([])).await?;
        let pair = |row: &Value| Some((row[0].as_str()?.to_owned(), row[1].as_str()?.to_owned()));
        let mut all: Vec<_> = rows
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(pair)
            .collect();
        all.sort();
        Ok(all)
    }

    /// Opens a file as that one of its members, and takes it.
    ///
    /// # Errors
    /// Where nobody is asked for, or the file is refused.
    pub async fn take_as(&self, file: &Path, member: usize) -> Result<()> {
        self.take_as_record(file, &record("member", member)).await
    }

    /// The same with the member's record.
    ///
    /// # Errors
    /// Where nobody is asked for, or the file is refused.
    pub async fn take_as_record(&self, file: &Path, member: &str) -> Result<()> {
        self.open("#/").await?;
        self.give(&[file]).await?;
        let who = format!("{} input[value='{member}']", testid("identity"));
        self.click(&who).await?;
        self.click(&testid("import-accept")).await
    }

    /// Saves the file that asks the others, from the page for sending.
    ///
    /// # Errors
    /// Where none is saved.
    pub async fn ask_file(&self, project: &str) -> Result<PathBuf> {
        self.go(&format!("#/p/{project}/exchange")).await?;
        self.click(&testid("send-file")).await?;
        self.downloaded().await
    }

    /// The same once it stands still: figures about a project are stored when typing rests, and what lies in many
    /// pieces is joined two seconds after the project was opened.
    ///
    /// # Errors
    /// Where it cannot be read, or never stands still.
    pub async fn stored_at_rest(&self) -> Result<Value> {
        let end = Instant::now() + PATIENCE;
        let (mut last, mut since) = (self.stored().await?, Instant::now());
        while Instant::now() < end {
            tokio::time::sleep(Duration::from_millis(400)).await;
            let now = self.stored().await?;
            if now != last {
                (last, since) = (now, Instant::now());
            } else if since.elapsed() > REST {
                return Ok(now);
            }
        }
        bail!("what {} stores never stands still", self.name)
    }

    /// # Errors
    /// Where what is stored, once it stands still, is not what it was `before`; the error names what differs.
    pub async fn stores_the_same_as(&self, before: &Value) -> Result<()> {
        let now = self.stored_at_rest().await?;
        let rows = |all: &Value| all.as_array().cloned().unwrap_or_default();
        let (before, now) = (rows(before), rows(&now));
        let without = |these: &[Value], those: &[Value]| -> Vec<String> {
            let rows = these.iter().filter(|row| !those.contains(row));
            rows.map(|row| row.to_string().chars().take(300).collect())
                .collect()
        };
        let (gone, come) = (without(&before, &now), without(&now, &before));
        ensure!(
            gone.is_empty() && come.is_empty(),
            "what {} stores is no longer the same\n  gone: {gone:#?}\n  come: {come:#?}",
            self.name
        );
        Ok(())
    }

    /// Everything the browser has stored for the app, as sorted rows: where, key, value.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub async fn stored(&self) -> Result<Value> {
        self.run_async(
            "const { collect } = await import(new URL('./rescue.js', document.baseURI).href);
            const all = await collect();
            const rows = all.localStorage.map(([key, value]) => ['localStorage', key, value]);
            for (const [name, stores] of Object.entries(all.indexedDB)) {
              for (const [store, entries] of Object.entries(stores ?? {})) {
                rows.push(...entries.map(([key, value]) => [`${name} ${store}`, key, value]));
              }
            }
            return rows.sort();",
            json!([]),
        )
        .await
    }
}

fn preview(data: &Value) -> Result<Preview> {
    let number = |key: &str| -> Result<u64> {
        let text = data[key]
            .as_str()
            .with_context(|| format!("a preview without data-{key}: {data}"))?;
        text.parse()
            .with_context(|| format!("data-{key} is no number: {text}"))
    };
    Ok(Preview {
        project: data["projectId"]
            .as_str()
            .with_context(|| format!("a preview without project: {data}"))?
            .to_owned(),
        new: number("new")?,
        known: number("known")?,
        conflicts: number("conflicts")?,
    })
}
