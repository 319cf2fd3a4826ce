//! Every screen in both languages and both looks (ux.md §7, checks 8 and 9): its words, how it fits, what
//! accessibility says, and where the focus shows.

use crate::at;
use crate::words::{banned_in, banned_on_screen, half_width, is_han, shows_a_code};
use anyhow::{Context as _, Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Depth, Person, ProjectFile, World, test};
use serde_json::json;

/// The pages of a project.
pub(crate) const PAGES: [&str; 26] = [
    "",
    "todo",
    "charter",
    "department",
    "member",
    "work_item",
    "task",
    "stage",
    "milestone",
    "meeting",
    "channel",
    "message",
    "escalation",
    "handoff",
    "settings",
    "calendar",
    "issue",
    "issue/new",
    "progress",
    "risk",
    "action",
    "metric",
    "exchange",
    "checks",
    "conflicts",
    "brief",
];

/// Those where files are sent, taken and decided on: more words are banned there.
const OF_EXCHANGE: [&str; 3] = ["todo", "exchange", "conflicts"];

/// A window in CSS pixels, and how many of the screen's pixels make one.
type Window = (u32, u32, u32);

/// The windows that people have; the last one is the first at 200 %.
const WINDOWS: [Window; 8] = [
    (1366, 768, 1),
    (1366, 620, 1),
    (1280, 585, 1),
    (1093, 500, 1),
    (390, 844, 1),
    (1920, 1080, 1),
    (620, 620, 1),
    (683, 384, 2),
];

/// Those that are low or narrow: where things come to lie over each other.
const TIGHT: [Window; 4] = [WINDOWS[3], WINDOWS[4], WINDOWS[6], WINDOWS[7]];

/// Languages and looks that every screen is seen in. What fits in one look fits in the other but for a slip of the
/// pen, so by day each language has one.
fn dresses() -> &'static [(&'static str, &'static str)] {
    const ALL: [(&str, &str); 4] = [
        ("zh-CN", "light"),
        ("en", "dark"),
        ("en", "light"),
        ("zh-CN", "dark"),
    ];
    &ALL[..Depth::of_run().choose(1, 2, 4)]
}

/// The screens outside a project and within it.
pub(crate) fn routes(project: &str) -> Vec<String> {
    let outside = ["#/", "#/new", "#/p/ZZZZZZZZZZ/todo?n=A1"].map(str::to_owned);
    let inside = PAGES.map(|page| at(project, page).trim_end_matches('/').to_owned());
    outside.into_iter().chain(inside).collect()
}

/// Opens the sample in that language; answers with its project.
pub(crate) async fn sample(person: &Person, language: &str) -> Result<String> {
    person.open("#/").await?;
    speak(person, language).await?;
    person.click(&testid("sample")).await?;
    person.made().await
}

pub(crate) async fn speak(person: &Person, language: &str) -> Result<()> {
    let script = "return document.documentElement.lang === arguments[0];";
    if person.run(script, json!([language])).await? == false {
        person.click(&testid("language")).await?;
        person
            .wait("the other language", script, json!([language]))
            .await?;
    }
    Ok(())
}

/// Goes there and waits until the page stands still.
pub(crate) async fn show(person: &Person, route: &str) -> Result<()> {
    person.go(route).await?;
    let still = "const text = document.body.innerText;
        const same = window.shown === text; window.shown = text; return same && text !== '';";
    person
        .wait("the page to stand still", still, json!([]))
        .await
        .map(drop)
}

fn wrong_words(route: &str, language: &str, lines: &[String]) -> Vec<String> {
    let page = route.rsplit('/').next().unwrap_or_default();
    let is_exchange = OF_EXCHANGE.contains(&page);
    let mut found = Vec::new();
    let mut say =
        |what: &str, line: &str| found.push(format!("{language} {route}: {what}: {line}"));
    for line in lines {
        // Names of files end in it.
        let line = line.replace(".json", "");
        let (zh, en) = if language == "en" {
            ("", line.as_str())
        } else {
            (line.as_str(), "")
        };
        if let Some(word) = banned_in(zh, en) {
            say(word, &line);
        }
        if let Some(word) = banned_on_screen(zh, en).filter(|_| is_exchange) {
            say(word, &line);
        }
        if half_width(&line) && language != "en" {
            say("half-width", &line);
        }
        if shows_a_code(&line)
            || ["JSON", "localStorage", "PWA"]
                .iter()
                .any(|word| line.contains(word))
        {
            say("a word of the machine", &line);
        }
        if language == "en" && line.chars().any(is_han) && line != "中文" {
            say("Chinese", &line);
        }
    }
    found
}

/// What is wrong with the words of these screens.
pub(crate) async fn words_of(
    person: &Person,
    language: &str,
    routes: &[String],
) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for route in routes {
        show(person, route).await?;
        found.extend(wrong_words(route, language, &person.words().await?));
    }
    Ok(found)
}

#[test]
fn every_screen_keeps_the_rules_for_words() {
    test(async |world: &World| -> Result<()> {
        let mut found = Vec::new();
        for language in ["zh-CN", "en"] {
            let person = world.person(&format!("lin-{language}")).await?;
            let project = sample(&person, language).await?;
            found.extend(words_of(&person, language, &routes(&project)).await?);
            for panel in ["where-data", "help"] {
                show(&person, "#/").await?;
                person.click(&format!("{} summary", testid("menu"))).await?;
                person.click(&testid(panel)).await?;
                person.find("dialog[open] :is(p, ul)").await?;
                found.extend(wrong_words(panel, language, &person.words().await?));
                person.press("Escape", 0).await?;
            }
            person.done().await;
        }
        ensure!(
            found.is_empty(),
            "{} lines:\n{}",
            found.len(),
            found.join("\n")
        );
        Ok(())
    });
}

/// What does not fit a window, a line each.
const MISFITS: &str = r"
const found = [];
const name = (one) => `${one.tagName.toLowerCase()}${one.className && typeof one.className === 'string' ? '.' + one.className.split(' ').join('.') : ''} ${JSON.stringify((one.innerText ?? one.value ?? '').slice(0, 40))}`;
const scrolls = (one) => { for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) if (getComputedStyle(up).overflowX !== 'visible') return true; return false; };
const wide = document.documentElement.scrollWidth - innerWidth;
if (wide > 0) {
  const worst = [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1 && !scrolls(one)).slice(0, 3).map(name);
  found.push(`the page is ${wide} px too wide: ${worst.join(' / ')}`);
}
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const box = node.parentElement;
  if (!node.data.trim() || !box.checkVisibility({ visibilityProperty: true }) || ['SCRIPT', 'STYLE', 'OPTION'].includes(box.tagName)) continue;
  const isLetter = box.closest('pre') !== null;
  const size = parseFloat(getComputedStyle(box).fontSize);
  if (size < 12) found.push(`${size} px: ${name(box)}`);
  if (!isLetter) for (const date of node.data.matchAll(/\d{4}-\d\d-\d\d/g)) {
    const range = document.createRange();
    range.setStart(node, date.index);
    range.setEnd(node, date.index + date[0].length);
    const lines = new Set([...range.getClientRects()].map((one) => Math.round(one.top)));
    if (lines.size > 1) found.push(`a date on ${lines.size} lines: ${name(box)}`);
  }
}
for (const one of document.querySelectorAll('input, select, textarea'))
  if (one.checkVisibility() && parseFloat(getComputedStyle(one).fontSize) < 12) found.push(`small: ${name(one)}`);
return [...new Set(found)].slice(0, 8);
";

/// What lies under something else, a line each: what is pressed is found where it stands, whatever is scrolled to it.
const COVERED: &str = r"
const found = [];
const name = (one) => JSON.stringify((one.innerText || one.ariaLabel || one.placeholder || one.title || one.outerHTML).slice(0, 40));
const all = [...document.querySelectorAll(':is(.top, .rail, main) :is(button, a, summary, input, select)')];
const seen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest('tbody tr:nth-child(n + 4), .hidden, details:not([open]) > :not(summary)');
for (const one of all.filter(seen)) {
  if (one.offsetWidth < 8 || one.offsetHeight < 8 || getComputedStyle(one).pointerEvents === 'none') continue;
  one.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const box = one.getClientRects()[0];
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const top = document.elementFromPoint(x, y);
  if (top === null) found.push(`out of reach: ${name(one)}`);
  else if (!one.contains(top) && !top.contains(one) && !one.closest('label')?.contains(top)) found.push(`${name(one)} under ${name(top)}`);
}
scrollTo(0, 0);
return [...new Set(found)].slice(0, 8);
";

/// Whether the project's name and the save state can be read: letters of both, none of the state's cut off.
const NAMELESS: &str = r"
const found = [];
const [name, state] = ['.top .project-name', '.top .save-state'].map((one) => document.querySelector(one));
if (name && name.clientWidth < 64) found.push(`${name.clientWidth} px are left of the project's name`);
if (state && (state.scrollWidth > state.clientWidth + 1 || state.clientWidth < 32)) found.push(`the save state is cut: ${state.clientWidth} of ${state.scrollWidth} px`);
return found;
";

/// What does not fit of these screens, in every window, language and look.
pub(crate) async fn misfits_of(person: &Person, routes: &[String]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for (language, look) in dresses() {
        person.resize(1366, 768).await?;
        person.wear(look).await?;
        speak(person, language).await?;
        for route in routes {
            show(person, route).await?;
            for window in WINDOWS {
                let (width, height, scale) = window;
                person.resize_at(width, height, scale).await?;
                let mut lines = person.lines(MISFITS, json!([])).await?;
                if TIGHT.contains(&window) {
                    lines.extend(person.lines(NAMELESS, json!([])).await?);
                    lines.extend(person.lines(COVERED, json!([])).await?);
                }
                let told = |line| format!("{language} {look} {width}x{height} {route}: {line}");
                found.extend(lines.into_iter().map(told));
            }
        }
    }
    Ok(found)
}

#[test]
fn every_screen_fits_every_window() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        let found = misfits_of(&person, &routes(&project)).await?;
        ensure!(
            found.is_empty(),
            "{} misfits:\n{}",
            found.len(),
            found.join("\n")
        );
        Ok(())
    });
}

/// What accessibility says of these screens in every language and look.
pub(crate) async fn violations_of(person: &Person, routes: &[String]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    // The narrow window lays every screen out anew; by night it is heard too.
    let windows = [WINDOWS[0], WINDOWS[4]];
    let windows = &windows[..Depth::of_run().choose(1, 1, 2)];
    for (language, look) in dresses() {
        for (width, height, scale) in windows {
            person.resize(1366, 768).await?;
            person.wear(look).await?;
            speak(person, language).await?;
            person.resize_at(*width, *height, *scale).await?;
            for route in routes {
                show(person, route).await?;
                let lines = person.axe().await?;
                let told = |line| format!("{language} {look} {width}x{height} {route}: {line}");
                found.extend(lines.into_iter().map(told));
            }
        }
    }
    Ok(found)
}

#[test]
fn accessibility_has_nothing_to_say_of_any_screen() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        person
            .run(
                "const one = new Image(); one.id = 'blank'; document.body.append(one);",
                json!([]),
            )
            .await?;
        ensure!(
            person
                .axe()
                .await?
                .iter()
                .any(|line| line.starts_with("image-alt")),
            "it looks"
        );
        person
            .run("document.getElementById('blank').remove();", json!([]))
            .await?;
        let found = violations_of(&person, &routes(&project)).await?;
        ensure!(
            found.is_empty(),
            "{} violations:\n{}",
            found.len(),
            found.join("\n")
        );
        Ok(())
    });
}

/// Everything this file asks of a screen, of the page as it is open.
async fn look(person: &Person, name: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for (look, language) in [("light", "zh-CN"), ("dark", "en")] {
        person.wear(look).await?;
        speak(person, language).await?;
        for (width, height, scale) in WINDOWS {
            person.resize_at(width, height, scale).await?;
            let lines = person.lines(MISFITS, json!([])).await?;
            found.extend(
                lines
                    .into_iter()
                    .map(|line| format!("{language} {width}x{height} {name}: {line}")),
            );
        }
        person.resize(WINDOWS[0].0, WINDOWS[0].1).await?;
        let lines = person.axe().await?;
        found.extend(
            lines
                .into_iter()
                .map(|line| format!("{look} {name}: {line}")),
        );
        // What people wrote stays in their language.
        let words = person.words().await?;
        let wrong = wrong_words(name, language, &words);
        found.extend(
            wrong
                .into_iter()
                .filter(|line| !line.contains(": Chinese: ")),
        );
    }
    speak(person, "zh-CN").await?;
    Ok(found)
}

#[test]
fn what_a_file_brings_keeps_the_same_rules() {
    test(async |world: &World| -> Result<()> {
        let lead = world.person("wang").await?;
        let project = lead.new_lamp().await?;
        lead.go(&at(&project, "exchange")).await?;
        let mut found = look(&lead, "exchange").await?;
        lead.click(&testid("send-file")).await?;
        let file = lead.downloaded().await?;
        lead.find(&testid("mail-text")).await?;
        found.extend(look(&lead, "exchange").await?);

        let rep = world.person("chen").await?;
        rep.open(&at(&project, "todo?n=A1")).await?;
        rep.give_and_look(&[&file], 1).await?;
        found.extend(look(&rep, "todo").await?);
        // Whoever has tasks of their own is asked for their dates.
        let read = ProjectFile::read(&file)?;
        let mut members = read.records("member").into_iter();
        let me = members.find(|one| read.current(one, "person") == "李主管");
        let me = me.context("a representative")?;
        rep.click(&format!("{} input[value='{me}']", testid("identity")))
            .await?;
        rep.accept(&project).await?;
        rep.find(&testid("todo-item")).await?;
        found.extend(look(&rep, "todo").await?);
        rep.click(&testid("reply-file")).await?;
        let reply = rep.downloaded().await?;
        rep.find(&testid("mail-text")).await?;
        found.extend(look(&rep, "todo").await?);

        lead.give_and_look(&[&reply], 1).await?;
        found.extend(look(&lead, "exchange").await?);
        ensure!(
            found.is_empty(),
            "{} lines:\n{}",
            found.len(),
            found.join("\n")
        );
        Ok(())
    });
}

#[test]
fn twelve_rows_of_the_plan_are_in_sight_in_a_low_window() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_lamp().await?;
        show(&person, &at(&project, "task")).await?;
        person.resize(1366, 620).await?;
        let rows = "return [...document.querySelectorAll('main tbody tr[data-record]')].filter((one) => {
              const box = one.getBoundingClientRect();
              return box.top >= 0 && document.elementFromPoint(box.left + 300, box.bottom - 3)?.closest('tr') === one;
            }).length;";
        let rows = person.run(rows, json!([])).await?;
        ensure!(rows.as_u64() >= Some(12), "{rows} rows");
        Ok(())
    });
}
