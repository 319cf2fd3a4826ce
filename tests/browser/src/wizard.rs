//! Beginning a project on its one page, answer by answer, as a person does.

use anyhow::{Context as _, Result};
use serde_json::json;
use thirtyfour::prelude::Key;

use crate::Person;
use crate::page::testid;

/// The first days of a cross-department project: what its lead types.
pub const LAMP: [(&str, &str); 9] = [
    ("project_name", "A1 台灯上市"),
    ("person", "王经理"),
    ("department", "市场部"),
    ("planned_end", "3"),
    ("goal", "完成 A1 台灯上市"),
    ("metric.name", "首月销售额"),
    ("metric.target_value", "500"),
    ("metric.unit", "万元"),
    ("scope_item", "海外市场"),
];

/// Its representatives in the order of the table; the last one is open.
pub const REPRESENTATIVES: [&str; 6] = ["李主管", "陈专员", "赵主管", "刘经理", "吴主管", ""];

impl Person {
    /// Types an answer into the control of that number among those of the same name.
    ///
    /// # Errors
    /// Where there is no such control.
    pub async fn answer(&self, field: &str, number: usize, value: &str) -> Result<()> {
        let selector = format!("main [data-field='{field}']");
        self.find(&selector).await?;
        let all = self
            .session()?
            .find_all(thirtyfour::prelude::By::Css(&selector))
            .await?;
        let control = all
            .get(number)
            .with_context(|| format!("{field} number {number}"))?;
        control.send_keys(Key::Control + "a").await?;
        control
            .send_keys(value)
            .await
            .with_context(|| format!("{field} number {number}"))
    }

    /// Types what the lead of the lamp project types on the page of a new project; answers with how many values.
    ///
    /// # Errors
    /// Where a question is missing.
    pub async fn answer_lamp(&self) -> Result<usize> {
        let mut typed = 0;
        for (field, value) in LAMP {
            self.answer(field, 0, value).await?;
            typed += 1;
        }
        for (number, name) in REPRESENTATIVES.into_iter().enumerate() {
            if !name.is_empty() {
                self.answer("department.representative", number, name)
                    .await?;
                typed += 1;
            }
        }
        Ok(typed)
    }

    /// Makes the lamp project and looks at it; answers with its id.
    ///
    /// # Errors
    /// Where none comes of it.
    pub async fn new_lamp(&self) -> Result<String> {
        self.open("#/new").await?;
        self.answer_lamp().await?;
        self.click(&testid("create-look")).await?;
        self.made().await
    }

    /// Makes a project of that name without preset rows and opens its charter; answers with its id.
    ///
    /// # Errors
    /// Where none comes of it.
    pub async fn new_project(&self, name: &str) -> Result<String> {
        self.open("#/new").await?;
        self.click("[data-field='scenario'][value='blank']").await?;
        self.answer("project_name", 0, name).await?;
        self.answer("person", 0, self.name()).await?;
        self.click(&testid("create-look")).await?;
        let id = self.made().await?;
        self.go(&format!("#/p/{id}/charter")).await?;
        Ok(id)
    }

    /// Waits until the page of a new project has made one; answers with its id.
    ///
    /// # Errors
    /// Where none comes.
    pub async fn made(&self) -> Result<String> {
        let script = "return location.hash.match(/^#\\/p\\/([0-9A-Z]{10})/)?.[1] ?? null;";
        let id = self.wait("a new project", script, json!([])).await?;
        self.wait_ready().await?;
        self.saved().await?;
        Ok(id.as_str().unwrap_or_default().to_owned())
    }
}
