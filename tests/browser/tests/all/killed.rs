//! A browser killed at any moment loses nothing that was shown as saved.

use std::time::Duration;

use anyhow::{Result, ensure};
use browser_tests::job::Chance;
use browser_tests::{Depth, Person, World, test};
use serde_json::json;

use crate::at;

const FIELDS: [&str; 2] = ["goal_statement", "background"];

/// Answers with the save state after writing; in one turn of the page, so that it belongs to this edit.
const EDIT_AND_LOOK: &str = "put(control('charter', arguments[0]), arguments[1]); await new Promise((resolve) => setTimeout(resolve)); return saveState();";

#[test]
fn sigkill_loses_nothing_that_was_shown_as_saved() {
    test(async |world: &World| -> Result<()> {
        let rounds = Depth::of_run().choose(4, 20, 1_000);
        let mut chance = Chance(std::process::id().into());
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let mut saved = [String::new(), String::new()];
        let mut written = 0;
        for round in 0..rounds {
            person.open(&at(&project, "charter")).await?;
            for (field, value) in FIELDS.into_iter().zip(&saved) {
                let shown = person
                    .control("charter", field)
                    .await?
                    .value()
                    .await?
                    .unwrap_or_default();
                // What was written after the last sign of safety may be there or not.
                let number = |text: &str| {
                    text.rsplit(' ')
                        .next()
                        .and_then(|word| word.parse::<u32>().ok())
                        .unwrap_or_default()
                };
                ensure!(
                    number(&shown) >= number(value),
                    "round {round}: {field} was saved as {value:?} and is {shown:?}"
                );
            }
            // Every other time right after the sign of safety, else at any moment.
            let killer = match round % 2 {
                0 => None,
                _ => Some(person.kill_after(Duration::from_millis(chance.below(350) as u64))?),
            };
            edit_until_dead(&person, &mut saved, &mut written, killer.is_none()).await;
            match killer {
                Some(killer) => {
                    let _ = killer.join();
                    person.was_killed()?;
                }
                None => person.kill()?,
            }
            person.start().await?;
        }
        person.open(&at(&project, "charter")).await?;
        ensure!(
            written > rounds as u32,
            "it wrote too little to prove anything: {written}"
        );
        let file = person.export_read(&project).await?;
        let all = file.written();
        for value in saved.iter().filter(|value| !value.is_empty()) {
            ensure!(all.contains(value), "{value} is not in the file");
        }
        Ok(())
    });
}

/// Edits in turn; notes what was shown as saved. Ends when the browser is gone, or with `once` at the
/// first sign of safety after some edits.
async fn edit_until_dead(person: &Person, saved: &mut [String; 2], written: &mut u32, once: bool) {
    for turn in 0..200 {
        *written += 1;
        let place = turn % FIELDS.len();
        let value = format!("第 {written}");
        let mut latest = saved.clone();
        latest[place] = value.clone();
        let Ok(mut state) = person
            .run_async(EDIT_AND_LOOK, json!([FIELDS[place], value]))
            .await
        else {
            return;
        };
        // Everything written so far counts as saved once it says so.
        for _ in 0..40 {
            if state == "saved" {
                break;
            }
            match person.run("return saveState();", json!([])).await {
                Ok(next) => state = next,
                Err(_) => return,
            }
        }
        if state == "saved" {
            *saved = latest;
        }
        if once && turn >= 3 && state == "saved" {
            return;
        }
    }
}
