//! Two tabs of one browser at the same project, live at once.

use std::collections::BTreeSet;
use std::time::Duration;

use anyhow::{Result, bail, ensure};
use browser_tests::life::Launch;
use browser_tests::page::testid;
use browser_tests::project_file::Draft;
use browser_tests::{Depth, Person, ProjectFile, WindowHandle, World, test};
use serde_json::{Value, json};

use crate::at;

const PROJECT: &str = "TW0C0MPVTR";

/// Edits fields of the charter in turn, as fast as the page takes it, without waiting for saving.
const EDIT_MANY: &str = "
const [tab, count, fields] = arguments;
globalThis.edited = 0;
const turn = () => new Promise((resolve) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = resolve;
  channel.port2.postMessage(0);
});
(async () => {
  for (let number = 0; number < count; number++) {
    put(control('charter', fields[number % fields.length]), `${tab} ${number}`);
    globalThis.edited += 1;
    await turn();
  }
})().catch((error) => { globalThis.edited = String(error); });
";

#[test]
fn two_tabs_edit_at_once_and_both_show_everything() {
    test(async |world: &World| -> Result<()> {
        let count = Depth::of_run().choose(50, 250, 5_000);
        // The shell gives no second tab its downloads.
        let person = world.person_with("lin", Launch::default().whole()).await?;
        let project = person.new_project("台灯").await?;
        let first = edit(&person, "甲", count, &["goal_statement", "background"]).await?;
        let other = person.new_tab().await?;
        ensure!(first.is_null() && count > 0);
        person.open(&at(&project, "charter")).await?;
        // The last field is edited in both.
        edit(&person, "乙", count, &["project_code", "background"]).await?;
        finish(&person, count).await?;
        let second = person.switch_tab(&other).await?;
        finish(&person, count).await?;

        let here = same_in_both(&person, &project, &second).await?;
        let written = here.written();
        let wanted = ["甲", "乙"]
            .into_iter()
            .flat_map(|tab| (0..count).map(move |number| format!("{tab} {number}")));
        let lost: BTreeSet<String> = wanted.filter(|value| !written.contains(value)).collect();
        ensure!(lost.is_empty(), "lost: {lost:?}");

        for _ in 0..2 {
            person.go(&at(&project, "charter")).await?;
            for field in ["goal_statement", "project_code", "background"] {
                let value = here.current("charter", field).as_str().unwrap_or_default();
                person.wait_shown("charter", field, value).await?;
            }
            person.switch_tab(&other).await?;
        }
        person.kill()?;
        person.start().await?;
        person.open(&at(&project, "charter")).await?;
        assert_eq!(
            person.export_read(&project).await?.content()?,
            here.content()?,
            "and so it is stored"
        );
        Ok(())
    });
}

/// Waits until both tabs give out the same; what is on its way between them arrives at once.
async fn same_in_both(
    person: &Person,
    project: &str,
    second: &WindowHandle,
) -> Result<ProjectFile> {
    let mut only: [Vec<String>; 2] = Default::default();
    for _ in 0..10 {
        let here = person.export_read(project).await?;
        let first = person.switch_tab(second).await?;
        let there = person.export_read(project).await?;
        person.switch_tab(&first).await?;
        if here.content()? == there.content()? {
            return Ok(here);
        }
        let (one, other) = (here.written(), there.written());
        only = [
            one.difference(&other).cloned().collect(),
            other.difference(&one).cloned().collect(),
        ];
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    let [here, there] =
        only.map(|only| (only.len(), only.into_iter().take(12).collect::<Vec<_>>()));
    bail!("the tabs differ; the first alone has {here:?}, the second alone {there:?}")
}

async fn edit(person: &Person, tab: &str, count: usize, fields: &[&str]) -> Result<Value> {
    for field in fields {
        person.control("charter", field).await?;
    }
    person.run(EDIT_MANY, json!([tab, count, fields])).await
}

async fn finish(person: &Person, count: usize) -> Result<()> {
    for _ in 0..20 {
        let script =
            "return globalThis.edited === arguments[0] || typeof globalThis.edited === 'string';";
        if person
            .wait("the edits to be made", script, json!([count]))
            .await
            .is_ok()
        {
            break;
        }
    }
    assert_eq!(
        person.run("return globalThis.edited;", json!([])).await?,
        count
    );
    person.saved().await
}

#[test]
fn what_one_tab_does_the_other_shows_without_being_touched() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let first = person.new_tab().await?;
        person.open(&at(&project, "charter")).await?;
        person
            .fill("charter", "goal_statement", "另一页写的")
            .await?;
        person
            .click("[data-testid='add-row'][data-rows='metric']")
            .await?;
        let metric = person.wait_records("metric", 1).await?.remove(0);
        person.fill(&metric, "name", "另一页的指标").await?;
        person.saved().await?;
        person.switch_tab(&first).await?;
        person
            .wait_shown("charter", "goal_statement", "另一页写的")
            .await?;
        person.wait_shown(&metric, "name", "另一页的指标").await
    });
}

#[test]
fn tabs_tell_each_other_also_when_local_storage_is_full() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let fill = "const left = () => 5242880 - Object.keys(localStorage).reduce((sum, key) => sum + key.length + localStorage[key].length, 0);
            localStorage.setItem('filler', 'x'.repeat(left() - 'filler'.length));";
        person.run(fill, json!([])).await?;
        let first = person.new_tab().await?;
        person.open(&at(&project, "charter")).await?;
        person
            .fill("charter", "goal_statement", "只在数据库")
            .await?;
        person.saved().await?;
        person.switch_tab(&first).await?;
        person
            .wait_shown("charter", "goal_statement", "只在数据库")
            .await
    });
}

/// Counts how often this tab writes the line of a project, and when.
const COUNT_CARDS: &str = "
Object.assign(globalThis, { cards: 0, begun: performance.now() });
const native = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (String(key).endsWith('/n/card')) {
    globalThis.cards += 1;
    globalThis.last = performance.now();
    globalThis.first ??= globalThis.last;
  }
  return native.call(this, key, value);
};
return null;";

/// How often, once it is more than it should be, or nothing came for several times as long as the first one took.
const AT_REST: &str = "
const quiet = Math.max(1000, 3 * (globalThis.first - globalThis.begun));
return globalThis.cards > 2 || performance.now() - globalThis.last > quiet ? globalThis.cards : null;";

#[test]
fn two_tabs_that_sign_differently_come_to_rest() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        crate::sign(&person, "甲").await?;
        person.new_tab().await?;
        person.open(&at(&project, "charter")).await?;
        person.run(COUNT_CARDS, json!([])).await?;
        crate::sign(&person, "乙").await?;
        let written = person
            .wait(
                "the line of the project to come to rest",
                AT_REST,
                json!([]),
            )
            .await?;
        ensure!(
            written.as_u64().is_some_and(|times| times <= 2),
            "the line of the project was written {written} times while nobody did anything"
        );
        Ok(())
    });
}

#[test]
fn what_is_written_while_a_file_is_looked_at_is_compared_before_it_is_taken() {
    test(async |world: &World| -> Result<()> {
        let plan = world.folder().join("plan.json");
        Draft::plan(PROJECT, "台灯", 1)
            .led_by(0, &[1])
            .write(&plan)?;
        // One person at two computers.
        let (lead, other) = (world.person("lin").await?, world.person("lan").await?);
        for one in [&lead, &other] {
            one.take_as(&plan, 0).await?;
            one.go(&at(PROJECT, "charter")).await?;
        }
        other.fill("charter", "background", "那边写的").await?;
        other.saved().await?;
        let reply = other.export(PROJECT).await?;

        lead.go(&at(PROJECT, "exchange")).await?;
        let first = lead.give_and_look(&[&reply], 1).await?;
        assert_eq!(first[0].conflicts, 0);
        lead.go(&at(PROJECT, "charter")).await?;
        lead.fill("charter", "background", "这边写的").await?;
        lead.saved().await?;
        lead.go(&at(PROJECT, "exchange")).await?;
        lead.click(&testid("import-accept")).await?;
        lead.wait_notice("warning", &["重新对过"]).await?;
        assert_eq!(lead.previews().await?[0].conflicts, 1);
        lead.accept(PROJECT).await?;
        lead.go(&at(PROJECT, "conflicts")).await?;
        let both = "const text = document.querySelector('main').innerText;
            return text.includes('那边写的') && text.includes('这边写的');";
        lead.wait("both values", both, json!([])).await.map(drop)
    });
}
