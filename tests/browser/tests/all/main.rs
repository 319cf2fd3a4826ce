//! All browser tests, as one program. Each has its own server, browsers and profiles.

mod answers;
mod arrive;
mod asked;
mod begun;
mod calm;
mod charts;
mod clash;
mod cleared;
mod crash;
mod day;
mod days_and_names;
mod decide;
mod ending;
mod feedback;
mod firefox;
mod first_mail;
mod framed;
mod gantt;
mod gantt_hands;
mod gantt_taken;
mod gates;
mod given_up;
mod grid;
mod half_said;
mod hour;
mod imports;
mod killed;
mod later;
mod lists;
mod looks;
mod met_copies;
mod next_step;
mod opinions;
mod outlives;
mod owner;
mod paper;
mod plan;
mod plan_views;
mod pressed;
mod progress;
mod receive;
mod request;
mod role_table;
mod rows_by_key;
mod rules;
mod sample;
mod saving;
mod scenario;
mod screens;
mod search;
mod seen;
mod shell;
mod stakes;
mod start;
mod suggest;
mod tab_stops;
mod tabs;
mod typed;
mod typing;
mod undo;
mod unread;
mod update;
mod walk;
mod way_in;
mod week_cards;
#[path = "../../../words/mod.rs"]
mod words;

use std::path::Path;

use anyhow::Result;
use browser_tests::Person;

/// The route of a page of a project.
fn at(project: &str, page: &str) -> String {
    format!("#/p/{project}/{page}")
}

/// Adds a task by typing its title under the plan; answers with its record.
async fn add_task(person: &Person, project: &str, title: &str) -> Result<String> {
    person.go(&at(project, "task")).await?;
    person
        .find("[data-testid='type-to-add']")
        .await?
        .click()
        .await?;
    let before = person.records("task").await?;
    person
        .find("[data-testid='type-to-add']")
        .await?
        .send_keys(title)
        .await?;
    person.press("Enter", 0).await?;
    let after = person.wait_records("task", before.len() + 1).await?;
    let made = after.into_iter().find(|record| !before.contains(record));
    Ok(made.unwrap_or_default())
}

/// Says who acts from here on.
async fn sign(person: &Person, name: &str) -> Result<()> {
    person.click("[data-testid='who'] summary").await?;
    person
        .find("[data-testid='own-name']")
        .await?
        .send_keys(format!("{name}\n"))
        .await?;
    person.click("[data-testid='who'] summary").await
}

/// Copies a folder with everything in it.
fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
