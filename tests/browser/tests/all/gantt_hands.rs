//! The Gantt by keys alone and by a hand: a walk that is taken back whole, a drag given up, days without work.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::{Value, json};

use crate::gantt::{chart, due, key, on_task, said};
use crate::screens::speak;

/// Says why and presses a button of the bar that asks.
async fn answer(person: &Person, button: &str) -> Result<()> {
    person
        .find(&testid("move-why"))
        .await?
        .send_keys("walk")
        .await?;
    person.click(&testid(button)).await?;
    let gone = "return testid('move-bar') === null;";
    person.wait("the answer", gone, json!([])).await.map(drop)
}

/// The walk in a language; what is said at each step.
async fn walk(world: &World, language: &str, words: [&str; 5]) -> Result<()> {
    let person = world.person("wang").await?;
    let project = chart(&person).await?;
    speak(&person, language).await?;
    let before = stands(&person, &project).await?;

    // The due date of T-17 four working days later: more than goes without a reason.
    on_task(&person, "T-17").await?;
    key(&person, "e").await?;
    for _ in 0..4 {
        key(&person, "ArrowRight").await?;
    }
    said(&person, words[0]).await?;
    key(&person, "Enter").await?;
    person.click(&testid("move-only")).await?;
    let asks = format!("{} [role=alert]", testid("move-bar"));
    person.find(&asks).await?;
    answer(&person, "move-only").await?;
    said(&person, words[1]).await?;

    on_task(&person, "T-21").await?;
    key(&person, "m").await?;
    key(&person, "ArrowRight").await?;
    key(&person, "Enter").await?;
    let settled = "return testid('said').textContent.includes(`${arguments[0]}T-21`) || testid('move-bar') !== null;";
    person
        .wait("a move or a question", settled, json!([words[1]]))
        .await?;
    if person.count(&testid("move-bar")).await? > 0 {
        answer(&person, "move-only").await?;
    }

    on_task(&person, "T-21").await?;
    key(&person, "l").await?;
    said(&person, words[2]).await?;
    let to = "const at = () => document.querySelector('.gantt-row[data-active=true] .gantt-code')?.textContent;
        for (let n = 0; n < 40 && at() !== 'T-25'; n++) {
            testid('gantt').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        }
        return at();";
    let at = person.run_async(to, json!([])).await?;
    ensure!(at == "T-25", "the caret is at {at}");
    key(&person, "Enter").await?;
    said(&person, words[3]).await?;

    // A row goes up, and its dates are fixed.
    let row = "testid('gantt').dispatchEvent(new KeyboardEvent('keydown',
        { key: 'ArrowDown', altKey: true, bubbles: true, cancelable: true }));";
    person.run(row, json!([])).await?;
    said(&person, "T-25").await?;
    key(&person, "k").await?;
    said(&person, words[4]).await?;

    let changed = stands(&person, &project).await?;
    ensure!(before != changed, "{before}");
    for _ in 0..5 {
        person.undo().await?;
    }
    let after = stands(&person, &project).await?;
    ensure!(before == after, "before {before}, after {after}");
    Ok(())
}

/// What the chart says of every row, and what T-25 waits for. Ends at the top of the chart.
async fn stands(person: &Person, project: &str) -> Result<Value> {
    person.go(&format!("#/p/{project}/plan/gantt")).await?;
    person.find(".gantt[data-painted]").await?;
    on_task(person, "T-25").await?;
    let said = "const gantt = testid('gantt'), found = new Map();
        gantt.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true, cancelable: true }));
        for (let top = 0; top <= gantt.scrollHeight; top += 150) {
            gantt.scrollTop = top;
            await new Promise(done => setTimeout(done, 120));
            for (const row of gantt.querySelectorAll('.gantt-row'))
                if (row.style.display !== 'none') found.set(row.getAttribute('aria-rowindex'), row.querySelector('.gantt-said').textContent);
        }
        const detail = document.querySelector('[data-testid=gantt-detail]')?.innerText;
        gantt.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true, cancelable: true }));
        return { rows: [...found].sort((a, b) => a[0] - b[0]), detail };";
    person.run_async(said, json!([])).await
}

#[test]
fn a_walk_by_keys_is_spoken_and_taken_back_whole() {
    test(async |world: &World| -> Result<()> {
        let words = [
            "晚 4 个工作日",
            "已改：",
            "连到哪一项",
            "要等 T-21 完成",
            "日期已锁定",
        ];
        walk(world, "zh-CN", words).await
    });
}

#[test]
fn the_same_walk_is_spoken_in_english() {
    test(async |world: &World| -> Result<()> {
        let words = [
            "4 working days later",
            "Changed: ",
            "to which task",
            "T-25 waits for T-21",
            "is fixed now",
        ];
        walk(world, "en", words).await
    });
}

/// The bytes that the browser keeps of the project.
async fn kept(person: &Person) -> Result<Vec<Value>> {
    let all = person.stored_at_rest().await?;
    let rows = all.as_array().into_iter().flatten();
    let rows = rows.filter(|row| row[0] != "localStorage");
    Ok(rows.cloned().collect())
}

/// Where something is on the screen: its left, its right and its middle.
async fn sides(person: &Person, selector: &str) -> Result<(f64, f64, f64)> {
    let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
        return [box.left, box.right, box.top + box.height / 2];";
    let at = person.run(script, json!([selector])).await?;
    let number = |at: &Value| at.as_f64().unwrap_or_default();
    Ok((number(&at[0]), number(&at[1]), number(&at[2])))
}

/// The pointer does something somewhere; Shift is 8.
async fn pointer(person: &Person, what: &str, (x, y): (f64, f64), modifiers: u8) -> Result<()> {
    let event = json!({
        "type": what, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1, "modifiers": modifiers,
    });
    person
        .cdp("Input.dispatchMouseEvent", event)
        .await
        .map(drop)
}

/// The bar of the task with the caret.
const BAR: &str = ".g-hit[data-active]";

#[test]
fn a_drag_that_is_given_up_writes_nothing_and_rest_days_are_passed_over() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("wang").await?;
        let project = chart(&person).await?;
        let before = kept(&person).await?;
        person
            .go(&format!("#/p/{project}/plan/gantt?z=day"))
            .await?;
        person.find(".gantt[data-painted]").await?;
        on_task(&person, "T-21").await?;
        let here = "const record = document.querySelector('.gantt-row[data-active=true]').dataset.record;
            const bar = document.querySelector(`[data-bar='${record}']`), gantt = testid('gantt');
            gantt.scrollLeft += bar.getBoundingClientRect().right - gantt.getBoundingClientRect().right + 420;
            return record;";
        person.run(here, json!([])).await?;
        let settled = "await new Promise(done => setTimeout(done, 400));";
        person.run_async(settled, json!([])).await?;
        let (_, right, y) = sides(&person, BAR).await?;
        let grip = (right - 3.0, y);
        pointer(&person, "mousePressed", grip, 0).await?;
        for step in 1..=6 {
            pointer(
                &person,
                "mouseMoved",
                (grip.0 + f64::from(step) * 16.0, y),
                0,
            )
            .await?;
        }
        said_moving(&person, true).await?;
        person.press("Escape", 0).await?;
        said_moving(&person, false).await?;
        pointer(&person, "mouseReleased", (grip.0 + 96.0, y), 0).await?;
        let after = kept(&person).await?;
        ensure!(before == after, "something was written");

        // The Saturday behind its due day: passed over, and with Shift allowed.
        for (modifiers, weekday) in [(0_u8, 1), (8, 6)] {
            person
                .go(&format!("#/p/{project}/plan/gantt?z=day"))
                .await?;
            person.find(".gantt[data-painted]").await?;
            on_task(&person, "T-21").await?;
            person.run(here, json!([])).await?;
            person.run_async(settled, json!([])).await?;
            let (_, right, y) = sides(&person, BAR).await?;
            let due = due(&person, "T-21").await?;
            let to_saturday = "const [month, day] = arguments[0].split('-').map(Number), now = new Date();
                const due = new Date(now.getFullYear() + (month < now.getMonth() ? 1 : 0), month - 1, day);
                return 6 - due.getDay();";
            let days = person.run(to_saturday, json!([due])).await?;
            let days = days.as_f64().unwrap_or_default();
            let (from, to) = ((right - 3.0, y), (right - 3.0 + days * 32.0, y));
            pointer(&person, "mousePressed", from, modifiers).await?;
            pointer(&person, "mouseMoved", (from.0 + 8.0, y), modifiers).await?;
            pointer(&person, "mouseMoved", to, modifiers).await?;
            let said = "const said = testid('said').textContent, label = document.querySelector('.g-ghost-label').textContent;
                return arguments[0] === 1 ? said.includes('是休息日') : label.includes('加班');";
            person
                .wait("what is said of the day", said, json!([weekday]))
                .await?;
            let lies = "const label = document.querySelector('.g-ghost-label').textContent;
                return label.includes(arguments[0] === 1 ? '周一' : '周六');";
            person
                .wait("the day it lies on", lies, json!([weekday]))
                .await?;
            person.press("Escape", 0).await?;
            pointer(&person, "mouseReleased", to, modifiers).await?;
        }
        Ok(())
    });
}

/// Whether something is being moved.
async fn said_moving(person: &Person, is_moving: bool) -> Result<()> {
    let moving = "return testid('gantt').dataset.moving === arguments[0];";
    let wanted = json!([is_moving.to_string()]);
    person.wait("a move", moving, wanted).await.map(drop)
}
