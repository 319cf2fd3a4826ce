//! The page of all checks of a plan with thousands of tasks: the main thread's work, as the page first comes and after
//! an edit, when everything is counted anew.

use anyhow::Result;
use browser_tests::project_file::Draft;
use browser_tests::{Person, World};
use serde_json::json;

use crate::figures::{Times, head, row};
use crate::shapes::{REST, busy_ms};

/// Tasks of a plan.
const SIZES: [usize; 2] = [5_000, 20_000];

/// How often the page is opened after an edit.
const ROUNDS: usize = 5;

/// Prints the figures.
pub(crate) async fn run(world: &World) -> Result<()> {
    head(
        "all checks of a plan: work of the main thread from the hash change until the page has come to rest",
    );
    for tasks in SIZES {
        let person = world.person(&format!("checks{tasks}")).await?;
        let id = format!("CHK{tasks:07}");
        let file = world.folder().join(format!("{id}.json"));
        Draft::plan(&id, &format!("{tasks} 个任务"), tasks).write(&file)?;
        person.take_first(&file).await?;
        let charter = format!("#/p/{id}/charter");
        let mut opened = Vec::new();
        for round in 0..=ROUNDS {
            person.go(&charter).await?;
            if round > 0 {
                let text = format!("第 {round} 次改目标，六月底前卖出五百台");
                person.fill("charter", "goal_statement", &text).await?;
                person.saved().await?;
            }
            person.run_async(REST, json!([])).await?;
            opened.push(work_of_opening(&person, &format!("#/p/{id}/checks")).await?);
        }
        let (first, later) = opened.split_at(1);
        row(
            &format!("{tasks} tasks: the first time"),
            &format!("{:>6.1} ms", first[0]),
        );
        row(
            &format!("{tasks} tasks: after an edit elsewhere"),
            &Times::of(&json!(later)).line(),
        );
        let nodes = person.run_async(REST, json!([])).await?;
        row(&format!("{tasks} tasks: nodes"), &nodes.to_string());
    }
    Ok(())
}

async fn work_of_opening(person: &Person, hash: &str) -> Result<f64> {
    let before = busy_ms(person).await?;
    person.go(hash).await?;
    person.run_async(REST, json!([])).await?;
    Ok(busy_ms(person).await? - before)
}
