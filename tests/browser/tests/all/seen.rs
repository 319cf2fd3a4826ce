//! Overview, charts and the views of the plan, each in every dress: how they fit, what accessibility says, where Tab
//! stops, their words.

use crate::at;
use crate::screens::{misfits_of, sample, show, speak, violations_of, words_of};
use crate::tab_stops::walk;
use anyhow::{Result, ensure};
use browser_tests::{Person, World, test};
use serde_json::json;

/// Where one sees how it stands.
const SEEN: [&str; 8] = [
    "",
    "charts",
    "plan/gantt",
    "plan/gantt?c=1",
    "plan/kanban",
    "plan/calendar",
    "plan/mine",
    "clashes",
];

fn seen(project: &str) -> Vec<String> {
    let all = SEEN
        .iter()
        .map(|page| at(project, page).trim_end_matches('/').to_owned());
    all.collect()
}

fn nothing(found: &[String]) -> Result<()> {
    ensure!(
        found.is_empty(),
        "{} lines:\n{}",
        found.len(),
        found.join("\n")
    );
    Ok(())
}

#[test]
fn views_and_charts_fit_every_window() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        nothing(&misfits_of(&person, &seen(&project)).await?)
    });
}

#[test]
fn accessibility_has_nothing_to_say_of_views_and_charts() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        nothing(&violations_of(&person, &seen(&project)).await?)
    });
}

#[test]
fn views_and_charts_keep_the_rules_for_words() {
    test(async |world: &World| -> Result<()> {
        let mut found = Vec::new();
        for language in ["zh-CN", "en"] {
            let person = world.person(&format!("lin-{language}")).await?;
            let project = sample(&person, language).await?;
            found.extend(words_of(&person, language, &seen(&project)).await?);
            person.done().await;
        }
        nothing(&found)
    });
}

/// Turns the colours of the system on or off.
async fn force_colours(person: &Person, on: bool) -> Result<()> {
    let value = if on { "active" } else { "none" };
    let media = json!({ "features": [{ "name": "forced-colors", "value": value }] });
    person
        .cdp("Emulation.setEmulatedMedia", media)
        .await
        .map(drop)
}

/// What is drawn of a chart or a bar and cannot be told from what lies under it.
const UNSEEN: &str = r"
const found = [];
const ground = getComputedStyle(document.body).backgroundColor;
for (const one of document.querySelectorAll('main svg :is(path, text)')) {
  if (!one.checkVisibility()) continue;
  const style = getComputedStyle(one);
  if (one.tagName === 'text' && style.fill === ground) found.push(`letters as their ground: ${one.textContent}`);
}
return [...new Set(found)].slice(0, 8);
";

#[test]
fn views_and_charts_are_seen_in_the_colours_of_the_system_and_have_one_stop_each() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        let mut found = Vec::new();
        force_colours(&person, true).await?;
        for route in seen(&project) {
            show(&person, &route).await?;
            let lines = person.lines(UNSEEN, json!([])).await?;
            found.extend(lines.into_iter().map(|line| format!("{route}: {line}")));
            let mut tell = |stop| found.push(format!("{route}: {stop}"));
            walk(&person, "main", 30, &mut tell).await?;
        }
        force_colours(&person, false).await?;
        speak(&person, "en").await?;
        for route in seen(&project) {
            show(&person, &route).await?;
            let several = "return [...document.querySelectorAll('main :is([role=grid], [role=treegrid], .chart-spots)')]
                .filter((one) => [one, ...one.querySelectorAll('*')].filter((part) => part.tabIndex >= 0 && part.checkVisibility()).length > 1)
                .map((one) => one.getAttribute('aria-label'));";
            let several = person.lines(several, json!([])).await?;
            found.extend(
                several
                    .into_iter()
                    .map(|name| format!("{route}: several stops in {name}")),
            );
        }
        nothing(&found)
    });
}
