//! What differs is decided one by one, or put on the agenda (ux.md §7 check 7).

use crate::at;
use crate::receive::{Friday, chosen, friday, in_english, picture};
use anyhow::{Context as _, Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

#[test]
fn differences_are_decided_one_by_one_by_keys_or_go_on_the_agenda() {
    test(async |world: &World| -> Result<()> {
        let Friday {
            lead,
            project,
            task,
            li,
            files,
        } = friday(world).await?;
        let all: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
        lead.take(&project, &all).await?;
        lead.go(&at(&project, "conflicts")).await?;
        lead.find("[data-testid='conflict'][data-current='true']")
            .await?;
        assert_eq!(lead.text(&testid("position")).await?, "1 / 3");
        let open = lead
            .count("[data-testid='conflict'][data-current='true']")
            .await?;
        assert_eq!((open, lead.count(&testid("conflict")).await?), (1, 3));
        let checked = lead.count("main input[type=radio]:checked").await?;
        assert_eq!(checked, 0, "nothing is chosen beforehand");
        assert_eq!(lead.axe().await?, [""; 0]);

        // The long text: both can be kept; by number and Enter, without a mouse.
        let first = lead
            .text("[data-testid='conflict'][data-current='true']")
            .await?;
        for part in [
            "目标说明书 › 背景",
            "都保留",
            "您",
            "李主管 研发部",
            "理由：没有写",
            "数字键选择",
        ] {
            ensure!(first.contains(part), "{part} is not in: {first}");
        }
        picture(&lead, "w9-long-zh").await?;
        lead.run("document.activeElement?.blur();", json!([]))
            .await?;
        for key in ["2", "3"] {
            lead.press(key, 0).await?;
            assert_eq!(chosen(&lead).await?, json!(key));
        }
        // What is chosen and not yet decided is there after the page was loaded anew.
        lead.reload().await?;
        let is_third = "return document.querySelector(`[data-current='true'] input[type=radio]:checked`)?.dataset.nth === '3';";
        lead.wait("the choice", is_third, json!([])).await?;
        lead.run("document.activeElement?.blur();", json!([]))
            .await?;
        lead.press("3", 0).await?;
        lead.press("Enter", 0).await?;
        let left =
            "return document.querySelectorAll('[data-testid=conflict]').length === arguments[0];";
        lead.wait("one less", left, json!([2])).await?;
        let focus = "return document.activeElement?.closest('[data-current=true]') !== null && document.activeElement.type === 'radio';";
        lead.wait("the focus on the next one", focus, json!([]))
            .await?;
        assert_eq!(lead.text(&testid("position")).await?, "1 / 2");

        // Not now: the next one opens, nothing is written.
        let before = without_figures(lead.stored_at_rest().await?);
        lead.click("[data-current='true'] [data-testid='put-off']")
            .await?;
        lead.wait(
            "the second one",
            "return testid('position').innerText === '2 / 2';",
            json!([]),
        )
        .await?;
        lead.wait("the focus on it", focus, json!([])).await?;
        assert_eq!(without_figures(lead.stored_at_rest().await?), before);
        on_the_agenda(&lead, &project, &task).await?;
        a_new_value(&lead, &project, &task, &li).await
    });
}

/// What is stored but for the figures in the list of projects, which a busy machine counts later than it writes.
fn without_figures(mut stored: Value) -> Value {
    if let Some(rows) = stored.as_array_mut() {
        rows.retain(|row| !row[1].as_str().is_some_and(|key| key.ends_with("/n/card")));
    }
    stored
}

/// One goes on the agenda of the weekly meeting, says so, and is not put there twice; all of them do.
async fn on_the_agenda(lead: &Person, project: &str, task: &str) -> Result<()> {
    lead.click(&testid("previous")).await?;
    lead.click("[data-current='true'] [data-testid='agenda-one']")
        .await?;
    lead.wait_notice("info", &["周例会"]).await?;
    let one =
        "return document.querySelectorAll('[data-testid=on-agenda]').length === arguments[0];";
    lead.wait("one on the agenda", one, json!([1])).await?;
    lead.click(&testid("agenda-all")).await?;
    lead.wait("both on the agenda", one, json!([2])).await?;
    assert_eq!(lead.count(&testid("agenda-all")).await?, 0, "not twice");
    assert_eq!(lead.count(&testid("agenda-one")).await?, 0, "not twice");
    lead.saved().await?;
    let file = lead.export_read(project).await?;
    let points: Vec<&str> = file
        .records("agenda_item")
        .into_iter()
        .filter(|item| file.current(item, "about") == task)
        .collect();
    assert_eq!(points.len(), 2);
    let meeting = file
        .current(points[0], "parent")
        .as_str()
        .context("a meeting")?;
    assert_eq!(file.current(meeting, "meeting_name"), "周例会");

    // On the meeting's sheet, and in the next step of the overview.
    lead.go(&at(project, meeting)).await?;
    let listed = "return document.querySelectorAll('[data-testid=meeting-agenda] [data-settled=false]').length === 2
        && document.querySelectorAll('[data-rows=agenda_item] tbody tr').length === 7;";
    lead.wait("both on the sheet", listed, json!([])).await?;
    lead.go(&format!("#/p/{project}")).await?;
    let next =
        "return document.querySelector('.card.next')?.innerText.includes('会上定议程里的 2 处');";
    lead.wait("the meeting as a step", next, json!([])).await?;
    picture(lead, "overview-zh").await?;
    lead.go(&at(project, "todo")).await?;
    lead.find("[data-testid='todo-item'][data-differences]")
        .await?;
    lead.go(&at(project, "conflicts")).await?;
    lead.find("[data-testid='conflict'][data-current='true']")
        .await?;
    picture(lead, "w9-agenda-zh").await
}

/// A last day that no task of these projects begins after: one before its first day would not count.
const LATER: &str = "2096-04-16";

/// A new value in the field's own control: a date, and one of the choices.
async fn a_new_value(lead: &Person, project: &str, task: &str, li: &str) -> Result<()> {
    for (field, control, value) in [("current_end", "INPUT", LATER), ("owner", "SELECT", li)] {
        let place = format!("[data-testid='conflict'][data-record='{task}'][data-field='{field}']");
        lead.click(&format!("{place} [data-testid='open-one']"))
            .await?;
        let tag = "return document.querySelector(arguments[0]).tagName;";
        let new = format!("{place} [data-testid='new-value']");
        assert_eq!(lead.run(tag, json!([new])).await?, control);
        lead.click(&format!("{place} [data-testid='option-new']"))
            .await?;
        lead.click(&format!("{place} [data-testid='decide']"))
            .await?;
        lead.find(&format!("{place} [role='alert']")).await?;
        lead.run(
            "put(document.querySelector(arguments[0]), arguments[1]);",
            json!([new, value]),
        )
        .await?;
        lead.find(&format!("{place} [data-testid='why']"))
            .await?
            .send_keys("都等得及")
            .await?;
        lead.click(&format!("{place} [data-testid='decide']"))
            .await?;
        lead.wait(
            "it to be settled",
            "return document.querySelector(arguments[0]) === null;",
            json!([place]),
        )
        .await?;
    }
    lead.saved().await?;
    let empty = lead.text("main").await?;
    ensure!(empty.contains("没有不一致"), "{empty}");
    // Decided is not sent: the way there stands on the page.
    ensure!(empty.contains("都定好了，还没发给大家"), "{empty}");
    lead.find(&format!(
        "{} a[href$='/exchange']",
        testid("decided-unsent")
    ))
    .await?;
    let file = lead.export_read(project).await?;
    assert_eq!(file.current(task, "current_end"), LATER);
    assert_eq!(file.current(task, "owner"), li);
    let meeting = file
        .records("meeting")
        .into_iter()
        .find(|one| file.current(one, "meeting_name") == "周例会");
    lead.go(&at(project, meeting.context("a meeting")?)).await?;
    let settled = "return document.querySelectorAll('[data-testid=meeting-agenda] [data-settled=true]').length === 2;";
    lead.wait("both settled", settled, json!([]))
        .await
        .map(drop)
}

#[test]
fn only_the_differences_of_one_person_are_gone_through() {
    test(async |world: &World| -> Result<()> {
        let Friday {
            lead,
            project,
            files,
            ..
        } = friday(world).await?;
        let all: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
        lead.take(&project, &all).await?;
        lead.go(&at(&project, "conflicts")).await?;
        picture(&lead, "w9-zh").await?;
        in_english(&lead, true).await?;
        picture(&lead, "w9-en").await?;
        in_english(&lead, false).await?;
        let wu = "const whose = testid('whose');
            const wu = [...whose.options].find((one) => one.textContent.includes('吴主管'));
            whose.value = wu.value;
            whose.dispatchEvent(new Event('change', { bubbles: true }));";
        lead.find(&testid("whose")).await?;
        lead.run(wu, json!([])).await?;
        let one = "return testid('position').innerText === '1 / 1' && document.querySelector('[data-testid=conflict]:not([hidden])').dataset.field === 'owner';";
        lead.wait("only hers", one, json!([])).await?;
        assert_eq!(
            lead.count(&testid("conflict")).await?,
            3,
            "the others stay in the page"
        );
        Ok(())
    });
}
