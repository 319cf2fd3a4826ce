//! A browser killed at any moment loses nothing that was shown as saved.

use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};
use browser_tests::job::Chance;
use browser_tests::{Depth, Person, World, test};
use serde_json::json;

use crate::at;

const FIELDS: [&str; 2] = ["goal_statement", "background"];

/// Between two looks at the save state: the page needs its time for saving.
const LOOK_AGAIN: Duration = Duration::from_millis(8);

/// Answers with the save state after writing; in one turn of the page, so that it belongs to this edit.
const EDIT_AND_LOOK: &str = "put(control('charter', arguments[0]), arguments[1]); await new Promise((resolve) => setTimeout(resolve)); return saveState();";

#[test]
fn sigkill_loses_nothing_that_was_shown_as_saved() {
    test(async |world: &World| -> Result<()> {
        let rounds = Depth::of_run().choose(4, 10, 1_000);
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
                if number(&shown) < number(value) {
                    // Late, or lost?
                    tokio::time::sleep(Duration::from_secs(3)).await;
                    let later = person.control("charter", field).await?.value().await?;
                    bail!(
                        "round {round}: {field} was saved as {value:?}, is {shown:?}, and later {later:?}"
                    );
                }
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

/// What becomes of the page after the letters, before the browser is killed.
#[derive(Clone, Copy, Debug)]
enum Way {
    Stay,
    LeaveTheField,
    Reload,
    GoHome,
    LoadHome,
    GoToAnother,
    LoadAnother,
    LoadNoApp,
    CloseTheTab,
}

const WAYS: [Way; 9] = [
    Way::Stay,
    Way::LeaveTheField,
    Way::Reload,
    Way::GoHome,
    Way::LoadHome,
    Way::GoToAnother,
    Way::LoadAnother,
    Way::LoadNoApp,
    Way::CloseTheTab,
];

/// Types without leaving the field, as a hand does that then presses F5.
const TYPE: &str = "const one = control('charter', arguments[0]); put(Object.assign(one, { blur() {} }), arguments[1]); delete one.blur; return saveState();";

/// Where the page is of the app: what it says of saving.
const SAYS: &str = "return saveState();";

impl Way {
    async fn go(self, person: &Person, another: &str) -> Result<()> {
        match self {
            Self::Stay => {}
            Self::LeaveTheField => {
                person
                    .run("document.activeElement.blur();", json!([]))
                    .await?;
            }
            Self::Reload => person.session()?.refresh().await?,
            Self::GoHome => drop(person.run("location.hash = '#/';", json!([])).await?),
            Self::LoadHome => person.load("#/").await?,
            Self::GoToAnother => {
                let script = "location.hash = arguments[0];";
                person.run(script, json!([at(another, "charter")])).await?;
            }
            Self::LoadAnother => person.load(&at(another, "charter")).await?,
            Self::LoadNoApp => person.session()?.goto("about:blank").await?,
            Self::CloseTheTab => {
                let app = person.new_tab().await?;
                let rest = person.switch_tab(&app).await?;
                person.session()?.close_window().await?;
                person.session()?.switch_to_window(rest).await?;
            }
        }
        Ok(())
    }
}

/// Whichever page comes next says saved of what the one before it was given: then it is.
#[test]
fn typed_then_gone_in_nine_ways_and_killed_loses_nothing_that_was_shown_as_saved() {
    test(async |world: &World| -> Result<()> {
        // By day each of the nine ways six times or more: killed at the first sign of safety, and later.
        let rounds = Depth::of_run().choose(9, 60, 500);
        let mut chance = Chance(std::process::id().into());
        let person = world.person("lin").await?;
        let another = person.new_project("另一个").await?;
        let project = person.new_project("台灯").await?;
        let (mut saved, mut claims) = ([0, 0], 0);
        for round in 1..=rounds {
            let way = WAYS[round % WAYS.len()];
            person.open(&at(&project, "charter")).await?;
            ensure_kept(&person, saved, &format!("round {round}, before {way:?}")).await?;
            let place = round % FIELDS.len();
            let value = json!([FIELDS[place], format!("第 {round}")]);
            person.run(TYPE, value).await?;
            let until = Instant::now() + Duration::from_millis(chance.below(1_200) as u64);
            way.go(&person, &another).await?;
            loop {
                // While a page is left or loaded there is none to ask.
                if person.run(SAYS, json!([])).await.ok() == Some(json!("saved")) {
                    saved[place] = round;
                    claims += 1;
                    break;
                }
                if Instant::now() >= until {
                    break;
                }
                tokio::time::sleep(LOOK_AGAIN).await;
            }
            // Every other time right after the sign of safety.
            let rest = until.checked_duration_since(Instant::now());
            if let Some(rest) = rest.filter(|_| round % 2 == 0) {
                tokio::time::sleep(rest).await;
            }
            person.kill()?;
            person.start().await?;
        }
        person.open(&at(&project, "charter")).await?;
        ensure_kept(&person, saved, "at the end").await?;
        eprintln!("{rounds} rounds, shown as saved {claims} times");
        ensure!(
            claims * 4 > rounds,
            "it was shown as saved too rarely to prove anything: {claims}"
        );
        Ok(())
    });
}

/// What is shown first is not older than what was shown as saved.
async fn ensure_kept(person: &Person, saved: [usize; 2], what: &str) -> Result<()> {
    let script = "return arguments[0].map((field) => shown(control('charter', field)));";
    let shown = person.run(script, json!([FIELDS])).await?;
    for (place, value) in saved.into_iter().enumerate() {
        let text = shown[place].as_str().unwrap_or_default();
        let number = text.rsplit(' ').next().and_then(|word| word.parse().ok());
        if number.unwrap_or(0) >= value {
            continue;
        }
        // Late, or lost?
        tokio::time::sleep(Duration::from_secs(3)).await;
        let later = person.run(script, json!([FIELDS])).await?;
        bail!(
            "{what}: {} was saved as {value}, shows {text:?}, and later {later}",
            FIELDS[place]
        );
    }
    Ok(())
}
