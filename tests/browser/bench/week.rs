//! The week of a project with 3,000 tasks: opening 周会, a key in its line with forty points, and what an edit costs on
//! the pages that count checks, to-dos and the agenda anew.

use anyhow::Result;
use browser_tests::page::testid;
use browser_tests::project_file::{Draft, record};
use browser_tests::{Person, World};
use serde_json::{Value, json};

use crate::figures::{Times, head, row};
use crate::in_app::{PAINTED, type_letters};
use crate::shapes::{REST, busy_ms};

const PROJECT: &str = "70WEEKBENC";
const TASKS: usize = 3_000;
/// Points on the agenda: as many tasks are late.
const POINTS: usize = 40;
const ROUNDS: usize = 10;

fn plan() -> Draft {
    let mut draft = Draft::plan(PROJECT, "三千个任务", TASKS).meeting_weekly(5);
    for at in 0..TASKS {
        let late = at < POINTS;
        let end = if late { "2026-02-06" } else { "2096-04-16" };
        draft = draft
            .doing(at, end)
            .with(&record("task", at), "status", json!(state(at, late)));
    }
    draft
}

fn state(at: usize, is_late: bool) -> &'static str {
    match (is_late, at % 3) {
        (true, _) | (_, 0) => "doing",
        (_, 1) => "todo",
        _ => "done",
    }
}

/// Prints the figures.
pub(crate) async fn run(world: &World) -> Result<()> {
    head(&format!(
        "the week of {TASKS} tasks, {POINTS} points on the agenda"
    ));
    let person = world.person("bench").await?;
    let file = world.folder().join("week.json");
    plan().write(&file)?;
    person.take_as(&file, 1).await?;
    opening(&person).await?;
    for (what, page) in [
        ("the charter, which counts checks and to-dos", "charter"),
        ("the agenda", "meeting"),
    ] {
        after_an_edit(&person, what, page).await?;
    }
    person.go(&at("meeting")).await?;
    person.click(&testid("start-meeting")).await?;
    let line = person
        .find(&format!("{} textarea", testid("agenda")))
        .await?;
    line.scroll_into_view().await?;
    line.click().await?;
    type_letters(&person, "a result's line").await
}

fn at(page: &str) -> String {
    format!("#/p/{PROJECT}/{page}")
}

/// From the hash change until the agenda is painted.
async fn opening(person: &Person) -> Result<()> {
    let script = format!(
        "{PAINTED}
        const start = performance.now();
        location.hash = arguments[0];
        while (!document.querySelector('[data-testid=agenda-point]')) await painted();
        return await painted() - start;"
    );
    let mut times = Vec::new();
    for round in 0..=ROUNDS {
        person.go(&at("charter")).await?;
        person.run_async(REST, json!([])).await?;
        let time = person.run_async(&script, json!([at("meeting")])).await?;
        // The first time fetches the page's part of the program.
        if round > 0 {
            times.push(time);
        }
    }
    row(
        "opening the meeting: painted",
        &Times::of(&Value::Array(times)).line(),
    );
    Ok(())
}

/// The main thread's work after one field has another value, until the page is at rest.
async fn after_an_edit(person: &Person, what: &str, page: &str) -> Result<()> {
    let task = record("task", TASKS - 1);
    let mut times = Vec::new();
    for round in 0..=ROUNDS {
        person.go(&at(&task)).await?;
        person
            .quick_fill(&task, "title", &format!("第 {round} 次改名"))
            .await?;
        person.saved().await?;
        person.go(&at(page)).await?;
        person.run_async(REST, json!([])).await?;
        // Taken back and done again on the page itself: two edits and nothing else.
        let before = busy_ms(person).await?;
        person.undo().await?;
        person.run_async(REST, json!([])).await?;
        let work = busy_ms(person).await? - before;
        if round > 0 {
            times.push(json!(work));
        }
    }
    row(
        &format!("an edit taken back beside {what}: work until rest"),
        &Times::of(&Value::Array(times)).line(),
    );
    Ok(())
}
