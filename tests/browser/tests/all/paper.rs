//! What is printed: its title, its lines, who signs, and the buttons that print it.
//!
//! A print is compared with an approved one by its layout, not by its points: fonts differ from machine to machine, and
//! so does every point of a picture, while the cells of a form, their places and their texts do not. What is approved
//! lies in `approved`; `HEPAI_APPROVE=1` writes it anew, to be looked at before it is kept.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::json;

use crate::at;
use crate::screens::{sample, show};

/// Letters of A4 between its margins, in CSS pixels.
const PAPER: (u32, u32) = (673, 952);

/// Puts the page on paper as wide as A4, as far as the page knows.
async fn lay_on_paper(person: &Person) -> Result<()> {
    person.resize(PAPER.0, PAPER.1).await?;
    person.on_paper(true).await?;
    let script = "dispatchEvent(new Event('beforeprint'));
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));";
    person.run_async(script, json!([])).await.map(drop)
}

async fn take_off_paper(person: &Person) -> Result<()> {
    person
        .run("dispatchEvent(new Event('afterprint'));", json!([]))
        .await?;
    person.on_paper(false).await?;
    person.resize(1366, 768).await
}

/// The cells of what is printed, a line each: what it is, its left edge and width to four pixels (in a table only the
/// place in its row, for its columns follow the letters), and its text with every number as 0.
const LAYOUT: &str = r"
const four = (px) => Math.round(px / 4) * 4;
const plain = (one) => one.innerText.replace(/\s+/g, ' ').trim().replace(/\d+/g, '0').slice(0, 60);
const lines = [];
for (const one of document.querySelectorAll('main :is(h1, h2, .sheet-code, .sheet-label, .sheet-value, th, td, .signature, .paper-head)')) {
  const box = one.getBoundingClientRect();
  if (!one.checkVisibility() || box.width < 2 || one.querySelector('h1, h2, th, td')) continue;
  const kind = one.classList[0] ?? one.tagName.toLowerCase();
  const place = ['TD', 'TH'].includes(one.tagName) ? one.cellIndex : `${four(box.left)}+${four(box.width)}`;
  lines.push(`${kind} ${place} ${plain(one)}`.trim());
}
return lines;
";

/// What is wrong with the lines of a sheet: cells that do not meet, edges without a line, letters beyond their cell.
const BROKEN: &str = r"
const found = [];
const name = (one) => JSON.stringify(one.innerText.slice(0, 20));
const cells = [...document.querySelectorAll('.sheet :is(.sheet-label, .sheet-value, .sheet-section)')].filter((one) => one.checkVisibility());
const edges = cells.map((one) => [one, one.getBoundingClientRect(), getComputedStyle(one)]);
for (const [one, box, style] of edges) {
  for (const side of ['Top', 'Right', 'Bottom', 'Left']) if (!(parseFloat(style[`border${side}Width`]) > 0)) found.push(`${name(one)} has no line at its ${side}`);
  const right = edges.filter(([, other]) => Math.abs(other.top - box.top) < 1 && other.left > box.left).sort((a, b) => a[1].left - b[1].left)[0];
  if (right && Math.abs(right[1].left - box.right) > 1.5) found.push(`${name(one)} and ${name(right[0])} are ${right[1].left - box.right} px apart`);
}
for (const table of document.querySelectorAll('main .rows-table, main .signatures')) {
  const bottom = (row) => row.getBoundingClientRect().bottom;
  for (const row of table.rows) for (const cell of row.cells) {
    if (!cell.checkVisibility()) continue;
    if (cell.scrollWidth > cell.clientWidth + 2) found.push(`${name(cell)} is wider than its cell`);
    if (cell.cellIndex > 0 && !(parseFloat(getComputedStyle(cell).borderLeftWidth) > 0)) found.push(`no line before ${name(cell)}`);
    if (Math.abs(cell.getBoundingClientRect().bottom - bottom(row)) > 1.5) found.push(`${name(cell)} ends before its row`);
  }
}
return found.slice(0, 8);
";

fn approved(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("approved");
    folder.join(format!("{name}.txt"))
}

/// Compares what is printed with what was approved of it.
async fn compare(person: &Person, name: &str) -> Result<()> {
    let broken = person.lines(BROKEN, json!([])).await?;
    ensure!(broken.is_empty(), "{name}: {}", broken.join("\n"));
    let lines = person.lines(LAYOUT, json!([])).await?;
    let (path, text) = (approved(name), lines.join("\n") + "\n");
    if std::env::var_os("HEPAI_APPROVE").is_some() {
        std::fs::create_dir_all(path.parent().context("a folder")?)?;
        return std::fs::write(&path, text).map_err(Into::into);
    }
    let known = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let known: Vec<&str> = known.lines().collect();
    let same =
        |(at, line): &(usize, &String)| known.get(*at).is_some_and(|one| is_alike(one, line));
    let differs = lines.iter().enumerate().find(|pair| !same(pair));
    if let Some((at, line)) = differs {
        anyhow::bail!(
            "{name}, line {}: approved {:?}, printed {line:?}",
            at + 1,
            known.get(at)
        );
    }
    ensure!(
        lines.len() == known.len(),
        "{name}: {} lines of {}",
        lines.len(),
        known.len()
    );
    Ok(())
}

/// The same but for a step of four pixels.
fn is_alike(approved: &str, printed: &str) -> bool {
    let parts = |line: &str| -> Option<(String, i32, i32, String)> {
        let (kind, rest) = line.split_once(' ')?;
        let (place, text) = rest.split_once(' ').unwrap_or((rest, ""));
        let (left, width) = place.split_once('+')?;
        Some((
            kind.to_owned(),
            left.parse().ok()?,
            width.parse().ok()?,
            text.to_owned(),
        ))
    };
    match (parts(approved), parts(printed)) {
        (Some(one), Some(other)) => {
            let is_near = (one.1 - other.1).abs() <= 4 && (one.2 - other.2).abs() <= 4;
            is_near && one.0 == other.0 && one.3 == other.3
        }
        _ => approved == printed,
    }
}

#[test]
fn what_is_printed_is_what_was_approved() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        for (name, page) in [
            ("charter", "charter"),
            ("plan", "task"),
            ("issue-blank", "issue/new"),
            ("issues", "issue"),
        ] {
            person.resize(1366, 768).await?;
            show(&person, &at(&project, page)).await?;
            person.find(".paper-only").await?;
            lay_on_paper(&person).await?;
            compare(&person, name).await?;
            take_off_paper(&person).await?;
            ensure!(person.print().await? > 10_000, "{name} is printed");
        }
        Ok(())
    });
}

#[test]
fn the_brief_and_an_empty_form_of_an_issue_are_one_sheet_each() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let mut long: Vec<String> = Vec::new();
        for lang in ["zh-CN", "en"] {
            let project = sample(&person, lang).await?;
            for page in ["brief", "issue/new"] {
                show(&person, &at(&project, page)).await?;
                if !person.is_one_sheet().await? {
                    long.push(format!("{page} in {lang}"));
                }
            }
        }
        ensure!(long.is_empty(), "more than one sheet: {}", long.join(", "));
        Ok(())
    });
}

#[test]
fn a_confirmation_of_an_older_draft_says_so_on_paper_too() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_lamp().await?;
        person.go(&at(&project, "charter")).await?;
        person.click(&testid("record-for")).await?;
        let basis = person.find(&testid("basis")).await?;
        basis.send_keys("04-13 微信").await?;
        person.click(&testid("record-confirmed")).await?;
        person.saved().await?;
        let said = "return [...document.querySelectorAll('.signatures td')].map((one) => one.textContent).find((text) => text.includes(arguments[0])) ?? null;";
        person
            .wait("the answer on paper", said, json!(["确认"]))
            .await?;
        let stale = person.run(said, json!(["要再确认"])).await?;
        ensure!(stale.is_null(), "{stale}");
        person
            .fill("charter", "goal_statement", "完成 A1 台灯上市，卖出一万台")
            .await?;
        person.saved().await?;
        person.wait("要再确认", said, json!(["要再确认"])).await?;
        lay_on_paper(&person).await?;
        let days = "return [...document.querySelectorAll('.signatures td')].filter((one) => /\\d{4}-\\d\\d-\\d\\d/.test(one.textContent) && one.offsetHeight > 60).length;";
        ensure!(
            person.run(days, json!([])).await? == 0,
            "a day in several lines"
        );
        Ok(())
    });
}

#[test]
fn every_form_list_and_document_prints_under_its_own_name() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        // A browser that is steered shows no dialog for it.
        let catch = "window.print = () => { dispatchEvent(new Event('beforeprint')); window.printed = document.title; dispatchEvent(new Event('afterprint')); };";
        person.run(catch, json!([])).await?;
        let printed =
            "const title = window.printed; if (title) window.printed = ''; return title || null;";
        let name = "「澄光 A1 台灯」新产品上市";
        for (page, title) in [
            ("charter", "跨部门协作目标说明书"),
            ("task", "跨部门协作计划表"),
            ("issue", "问题"),
            ("issue/new", "问题申请单"),
            ("settings", "项目设置"),
            ("member", "成员"),
            ("brief", "一页简报"),
        ] {
            show(&person, &at(&project, page)).await?;
            let usual = person.run("return document.title;", json!([])).await?;
            person.click(&testid("print")).await?;
            let got = person.wait("a print", printed, json!([])).await?;
            let got = got.as_str().unwrap_or_default();
            ensure!(
                got.starts_with(title) && got.ends_with(name),
                "{page}: {got}"
            );
            let after = "return document.title === arguments[0];";
            person
                .wait("the usual title", after, json!([usual]))
                .await?;
        }
        // 文书 of the overview.
        for (kind, title) in [
            ("charter", "跨部门协作目标说明书"),
            ("task", "跨部门协作计划表"),
            ("issue", "问题"),
        ] {
            show(&person, at(&project, "").trim_end_matches('/')).await?;
            person
                .click(&format!("{}[data-kind={kind}]", testid("print-document")))
                .await?;
            let got = person.wait("a print", printed, json!([])).await?;
            ensure!(
                got.as_str().unwrap_or_default().starts_with(title),
                "{kind}: {got}"
            );
        }
        Ok(())
    });
}
