//! A random walk: no action of any screen followed by another, or by leaving the page at any moment, stops the program.

use anyhow::{Result, bail};
use browser_tests::page::testid;
use browser_tests::{Depth, Person, World, test};
use serde_json::{Value, json};

use crate::add_task;

/// Steps between two looks from outside.
const TURN: usize = 100;

/// The seed: of the environment (`HEPAI_SEED`), else the same every day, and another one every night.
fn seed() -> u32 {
    let given = std::env::var("HEPAI_SEED").ok();
    if let Some(seed) = given.and_then(|seed| seed.parse().ok()) {
        return seed;
    }
    let since = std::time::UNIX_EPOCH.elapsed().unwrap_or_default();
    match Depth::of_run() {
        Depth::Long => since.subsec_nanos(),
        _ => 20_260_305,
    }
}

async fn walk(person: &Person, seed: u32, steps: usize) -> Result<()> {
    let script = include_str!("walk.js");
    let mut done = 0;
    while done < steps {
        let turn = TURN.min(steps - done);
        let told = person.run_async(script, json!([seed, turn])).await?;
        if let Some(last) = told["steps"].as_array() {
            let lines: Vec<&str> = last.iter().filter_map(Value::as_str).collect();
            bail!(
                "seed {seed}, step {}: {}\nthe last steps:\n  {}",
                told["count"],
                told["said"],
                lines.join("\n  ")
            );
        }
        done += turn;
    }
    Ok(())
}

/// Half of the steps, so that the two halves go side by side.
fn half(seed: u32) {
    eprintln!("HEPAI_SEED={seed}");
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        person.open("#/").await?;
        person.click(&testid("sample")).await?;
        let script = "return location.hash.startsWith('#/p/') && document.querySelector('[data-testid=things]') !== null;";
        person.wait("the sample", script, json!([])).await?;
        let project = person.new_project("台灯").await?;
        add_task(&person, &project, "定包装").await?;
        walk(
            &person,
            seed,
            Depth::of_run().choose(300, 2_000, 50_000) / 2,
        )
        .await
    });
}

#[test]
fn no_step_at_any_moment_stops_the_program() {
    half(seed());
}

#[test]
fn nor_does_any_step_of_another_walk() {
    half(seed().wrapping_add(1));
}
