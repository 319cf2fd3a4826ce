//! Filling in and reading fields, and the truth about saving.

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};
use thirtyfour::prelude::{Key, WebElement};

use crate::Person;

impl Person {
    /// The control of a field, waited for.
    ///
    /// # Errors
    /// Where it does not come.
    pub async fn control(&self, record: &str, field: &str) -> Result<WebElement> {
        let script = "return control(arguments[0], arguments[1]) !== undefined;";
        self.wait(
            &format!("{field} of {record}"),
            script,
            json!([record, field]),
        )
        .await?;
        let script = format!(
            "{}return control(arguments[0], arguments[1]);",
            crate::page::HELPERS
        );
        let found = self
            .session()?
            .execute(script, vec![json!(record), json!(field)])
            .await?;
        Ok(found.element()?)
    }

    /// Fills in a field as a person does: click, select all, type, leave by Tab; or choose.
    ///
    /// # Errors
    /// Where the control does not take it.
    pub async fn fill(&self, record: &str, field: &str, value: &str) -> Result<()> {
        let control = self.control(record, field).await?;
        control.scroll_into_view().await?;
        match control.tag_name().await?.as_str() {
            "select" => return self.quick_fill(record, field, value).await,
            "input" | "textarea" => control
                .click()
                .await
                .with_context(|| format!("{record} {field}"))?,
            other => bail!("{field} of {record} is a {other}, which nobody can fill in"),
        }
        control.send_keys(Key::Control + "a").await?;
        if value.is_empty() {
            control.send_keys(Key::Delete + "").await?;
        } else {
            control.send_keys(value).await?;
        }
        control.send_keys(Key::Tab + "").await?;
        Ok(())
    }

    /// Fills in a field by script, in one turn of the page: the same events, no keys.
    ///
    /// # Errors
    /// Where the control does not take it.
    pub async fn quick_fill(&self, record: &str, field: &str, value: &str) -> Result<()> {
        self.control(record, field).await?;
        let script = "put(control(arguments[0], arguments[1]), arguments[2]);";
        self.run(script, json!([record, field, value]))
            .await
            .map(drop)
    }

    /// What the control of a field shows; null where there is none.
    ///
    /// # Errors
    /// Where the page is gone.
    pub async fn shown(&self, record: &str, field: &str) -> Result<Value> {
        self.run(
            "return shown(control(arguments[0], arguments[1]));",
            json!([record, field]),
        )
        .await
    }

    /// Waits until the control shows that value.
    ///
    /// # Errors
    /// Where it goes on showing another.
    pub async fn wait_shown(&self, record: &str, field: &str, value: &str) -> Result<()> {
        let script = "return shown(control(arguments[0], arguments[1])) === arguments[2];";
        let what = format!("{field} of {record} to be {value:?}");
        if let Err(error) = self
            .wait(&what, script, json!([record, field, value]))
            .await
        {
            let shown = self.shown(record, field).await.unwrap_or_default();
            return Err(error.context(format!("{field} of {record} shows {shown}")));
        }
        Ok(())
    }

    /// The ids of the records shown on this page of that kind, in the order of the page.
    ///
    /// # Errors
    /// Where the page is gone.
    pub async fn records(&self, kind: &str) -> Result<Vec<String>> {
        let script = "const ids = [...document.querySelectorAll('[data-record]')].map((one) => one.dataset.record);
            return [...new Set(ids)].filter((id) => id.startsWith(`${arguments[0]}/`));";
        let ids = self.run(script, json!([kind])).await?;
        Ok(strings(&ids))
    }

    /// Waits until that many records of a kind are shown; answers with their ids.
    ///
    /// # Errors
    /// Where it stays another number.
    pub async fn wait_records(&self, kind: &str, count: usize) -> Result<Vec<String>> {
        let script = "const ids = [...document.querySelectorAll('[data-record]')].map((one) => one.dataset.record);
            return new Set(ids.filter((id) => id.startsWith(`${arguments[0]}/`))).size === arguments[1];";
        self.wait(&format!("{count} of {kind}"), script, json!([kind, count]))
            .await?;
        self.records(kind).await
    }

    /// What the save state says now: `saved`, `saving`, `failed` or `memory`.
    ///
    /// # Errors
    /// Where it says nothing.
    pub async fn save_state(&self) -> Result<String> {
        let state = self.run("return saveState();", json!([])).await?;
        Ok(state.as_str().context("no save state is shown")?.to_owned())
    }

    /// Waits until the save state says that.
    ///
    /// # Errors
    /// Where it does not.
    pub async fn wait_save_state(&self, state: &str) -> Result<()> {
        let script = "return saveState() === arguments[0];";
        self.wait(&format!("the save state {state}"), script, json!([state]))
            .await
            .map(drop)
    }

    /// Waits until everything is saved.
    ///
    /// # Errors
    /// Where it is not.
    pub async fn saved(&self) -> Result<()> {
        self.wait_save_state("saved").await
    }

    /// Kinds and texts of the notices shown.
    ///
    /// # Errors
    /// Where the page is gone.
    pub async fn notices(&self) -> Result<Vec<(String, String)>> {
        let script = "return [...document.querySelectorAll('[data-testid=notice]')].map((one) => [one.dataset.kind, one.innerText]);";
        let rows = self.run(script, json!([])).await?;
        let pair = |row: &Value| Some((row[0].as_str()?.to_owned(), row[1].as_str()?.to_owned()));
        Ok(rows
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(pair)
            .collect())
    }

    /// Waits for a notice of that kind whose text holds one of the parts.
    ///
    /// # Errors
    /// Where none comes.
    pub async fn wait_notice(&self, kind: &str, parts: &[&str]) -> Result<String> {
        let script = "const all = [...document.querySelectorAll('[data-testid=notice]')];
            const fits = (one) => one.dataset.kind === arguments[0] && (arguments[1].length === 0 || arguments[1].some((part) => one.innerText.includes(part)));
            return all.find(fits)?.innerText ?? null;";
        let text = self
            .wait(
                &format!("a notice ({kind}) {parts:?}"),
                script,
                json!([kind, parts]),
            )
            .await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Undoes by Ctrl+Z, outside any field.
    ///
    /// # Errors
    /// Where the browser refuses the key.
    pub async fn undo(&self) -> Result<()> {
        self.run("document.activeElement?.blur();", json!([]))
            .await?;
        self.press("z", 2).await
    }
}

/// The texts of a list.
pub(crate) fn strings(list: &Value) -> Vec<String> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(|text| text.as_str().map(str::to_owned))
        .collect()
}
