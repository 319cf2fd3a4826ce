//! Where the focus is when one walks by Tab, and what a change of language leaves behind.

use crate::at;
use crate::screens::{routes, sample, show, speak};
use crate::words::is_han;
use anyhow::{Context as _, Result, ensure};
use browser_tests::{Depth, Person, World, test};
use serde_json::json;
use std::time::Duration;

/// Where the focus is, whether one sees it, and whether the walk has come round or has left what is walked.
const FOCUS: &str = r"
const one = document.activeElement;
if (!one || one === document.body || !document.querySelector(arguments[0])?.contains(one)) return { end: true };
const seen = window.walked ??= new Set();
if (seen.has(one)) return { end: true };
seen.add(one);
const carriers = [one, one.closest('label'), one.parentElement].filter(Boolean);
const ring = carriers.some((each) => { const style = getComputedStyle(each); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; });
const box = carriers.map((each) => each.getBoundingClientRect()).find((box) => box.width > 2 && box.height > 2);
const sight = box && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
return { end: false, ok: ring && !!sight, what: `${one.outerHTML.slice(0, 140)} ring ${ring} in sight ${!!sight}` };
";

/// Puts the focus where the walk begins.
const BEGIN: &str = r"
window.walked = new Set();
document.activeElement?.blur();
if (arguments[0] === 'body') return document.querySelector('.skip').focus();
const main = document.querySelector(arguments[0]);
main.tabIndex = -1;
main.focus();
window.walked.add(main);
";

/// How many stops there are in a part of the page; those without a ring are told.
pub(crate) async fn walk(
    person: &Person,
    part: &str,
    most: usize,
    tell: &mut impl FnMut(String),
) -> Result<usize> {
    person.run(BEGIN, json!([part])).await?;
    for stops in 0..most {
        person.press("Tab", 0).await?;
        let stop = person.run(FOCUS, json!([part])).await?;
        if stop["end"] == true {
            return Ok(stops);
        }
        if stop["ok"] != true {
            tell(stop["what"].as_str().context("a stop")?.to_owned());
        }
    }
    Ok(most)
}

#[test]
fn every_stop_of_a_walk_by_tab_shows_where_it_is() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        let most = Depth::of_run().choose(20, 40, 400);
        let mut found = Vec::new();
        // A ring is a matter of styles, not of words: by day each language has every other page, at night all of them.
        let (apart, enough) = match Depth::of_run() {
            Depth::Long => (1, 200),
            _ => (2, 100),
        };
        for (turn, language) in ["zh-CN", "en"].into_iter().enumerate() {
            person.resize(1366, 768).await?;
            speak(&person, language).await?;
            let mut all = 0;
            for (number, route) in routes(&project).into_iter().enumerate() {
                if number % apart != turn % apart {
                    continue;
                }
                show(&person, &route).await?;
                let mut tell = |stop| found.push(format!("{language} {route}: {stop}"));
                // What stands around the page is the same on all of them: walked at two outside and two inside.
                if [0, 1, 3, 4].contains(&number) {
                    let stops = walk(&person, "body", 90, &mut tell).await?;
                    ensure!(stops > 5, "only {stops} stops at {route}");
                }
                all += walk(&person, "main", most, &mut tell).await?;
            }
            ensure!(all > enough, "only {all} stops in {language}");
        }
        ensure!(
            found.is_empty(),
            "{} stops:\n{}",
            found.len(),
            found.join("\n")
        );
        Ok(())
    });
}

/// The Chinese that the page says: the words of the sample's people, and what was not changed with the language.
async fn said(person: &Person) -> Result<Vec<String>> {
    let mut lines = person.words().await?;
    lines.retain(|line| line.chars().any(is_han));
    Ok(lines)
}

/// Those of these lines that the page does not say, however long one waits: its figures come after its first rest.
async fn never_said(person: &Person, mut lines: Vec<String>) -> Result<Vec<String>> {
    for _ in 0..40 {
        let now = said(person).await?;
        lines.retain(|line| !now.contains(line));
        if lines.is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    Ok(lines)
}

#[test]
fn a_change_of_language_leaves_nothing_behind() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        let mut routes = routes(&project);
        for kind in ["task", "issue", "member", "department", "risk"] {
            show(&person, &at(&project, kind)).await?;
            let records = person.records(kind).await?;
            routes.extend(records.last().map(|record| at(&project, record)));
        }
        let mut found = Vec::new();
        for route in routes.iter().filter(|route| !route.ends_with("/new")) {
            speak(&person, "zh-CN").await?;
            show(&person, route).await?;
            speak(&person, "en").await?;
            show(&person, route).await?;
            let switched = said(&person).await?;
            // Drawn anew: from another page back.
            show(&person, "#/").await?;
            show(&person, route).await?;
            let left = never_said(&person, switched).await?;
            found.extend(left.iter().map(|line| format!("{route}: {line}")));
        }
        ensure!(
            found.is_empty(),
            "{} left behind:\n{}",
            found.len(),
            found.join("\n")
        );
        Ok(())
    });
}
