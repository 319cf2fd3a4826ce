//! The Gantt: bars where they belong, moves by mouse and by keys, what they do to others, undo, pages on paper.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::json;

use crate::screens::sample;

const GANTT: &str = "[data-testid=gantt]";
/// Opens the chart of the sample.
pub(crate) async fn chart(person: &Person) -> Result<String> {
    let project = sample(person, "zh-CN").await?;
    person.go(&format!("#/p/{project}/plan/gantt")).await?;
    person.find(&format!("{GANTT}[data-painted]")).await?;
    Ok(project)
}

/// Puts the caret on the task of a number and gives the chart the focus.
pub(crate) async fn on_task(person: &Person, code: &str) -> Result<()> {
    let script = "const gantt = document.querySelector('[data-testid=gantt]');
        const row = [...gantt.querySelectorAll('.gantt-row')].find(row =>
            row.querySelector('.gantt-code')?.textContent === arguments[0] && row.style.display !== 'none');
        if (!row) { gantt.scrollTop += 200; return false; }
        const box = row.getBoundingClientRect(), head = document.querySelector('.gantt-lane').getBoundingClientRect();
        if (box.top < head.bottom) { gantt.scrollTop -= 60; return false; }
        if (box.bottom > gantt.getBoundingClientRect().bottom - 20) { gantt.scrollTop += 60; return false; }
        if (gantt.stoodAt !== gantt.scrollTop) { gantt.stoodAt = gantt.scrollTop; return false; }
        document.querySelectorAll('[data-aim]').forEach(one => delete one.dataset.aim);
        row.querySelector('.gantt-code').dataset.aim = '';
        return true;";
    person.wait(code, script, json!([code])).await?;
    person.click("[data-aim]").await?;
    let active = "return document.querySelector('.gantt-row[data-active=true] .gantt-code')?.textContent === arguments[0];";
    person
        .wait("the caret", active, json!([code]))
        .await
        .map(drop)
}

/// What the due day of a task in sight reads.
const DUE: &str = "const row = [...document.querySelectorAll('.gantt-row')].find(row =>
        row.querySelector('.gantt-code')?.textContent === arguments[0] && row.style.display !== 'none');
    const due = row?.querySelector('.gantt-due')?.textContent;";

pub(crate) async fn due(person: &Person, code: &str) -> Result<String> {
    let script = format!("{DUE} return due || null;");
    let due = person.wait("a due day", &script, json!([code])).await?;
    Ok(due.as_str().unwrap_or_default().to_owned())
}

async fn due_is(person: &Person, code: &str, before: &str, same: bool) -> Result<()> {
    let script = format!("{DUE} return !!due && (due === arguments[1]) === arguments[2];");
    person
        .wait("the due day", &script, json!([code, before, same]))
        .await
        .map(drop)
}

/// A key in the chart, as the browser tells it.
pub(crate) async fn key(person: &Person, key: &str) -> Result<()> {
    let script = "document.querySelector('[data-testid=gantt]').dispatchEvent(
        new KeyboardEvent('keydown', { key: arguments[0], bubbles: true, cancelable: true }));";
    person.run(script, json!([key])).await.map(drop)
}

pub(crate) async fn said(person: &Person, part: &str) -> Result<()> {
    let script = "const said = document.querySelector('[data-testid=said]').textContent;
        return said.includes(arguments[0]) || null;";
    person.wait(part, script, json!([part])).await.map(drop)
}

#[test]
fn every_row_that_is_seen_has_its_bar_in_its_place() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("wang").await?;
        chart(&person).await?;
        let wrong = "const gantt = document.querySelector('[data-testid=gantt]');
            const rows = [...gantt.querySelectorAll('.gantt-row')].filter(row => row.style.display !== 'none');
            const wrong = [], numbers = [];
            for (const row of rows) {
                numbers.push(+row.getAttribute('aria-rowindex'));
                const record = row.dataset.record;
                if (!record) continue;
                const bars = gantt.querySelectorAll(`[data-bar='${record}']`);
                if (bars.length !== 1) { wrong.push(`${record}: ${bars.length} bars`); continue; }
                const bar = bars[0].getBoundingClientRect(), box = row.getBoundingClientRect();
                if (bar.top < box.top - 1 || bar.bottom > box.bottom + 1) wrong.push(`${record} lies elsewhere`);
            }
            if (new Set(numbers).size !== numbers.length) wrong.push('a row twice');
            return wrong;";
        for stop in 0..6 {
            let scroll = "document.querySelector('[data-testid=gantt]').scrollTop = arguments[0]; ";
            person.run(scroll, json!([stop * 150])).await?;
            person
                .run_async(
                    "await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));",
                    json!([]),
                )
                .await?;
            let found = person.run(wrong, json!([])).await?;
            ensure!(found == json!([]), "at stop {stop}: {found}");
        }
        ensure!(
            person.count("[data-bar][data-critical]").await? >= 1,
            "critical bars are marked"
        );
        let nodes = person
            .run("return document.querySelectorAll('*').length;", json!([]))
            .await?;
        ensure!(
            nodes.as_u64().is_some_and(|nodes| nodes <= 1_500),
            "{nodes} nodes"
        );
        Ok(())
    });
}

#[test]
fn a_task_is_moved_by_keys_and_one_step_takes_it_back() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("wang").await?;
        chart(&person).await?;
        on_task(&person, "T-21").await?;
        let before = due(&person, "T-21").await?;
        key(&person, "m").await?;
        said(&person, "移动 T-21").await?;
        key(&person, "ArrowRight").await?;
        said(&person, "晚 1 个工作日").await?;
        key(&person, "Escape").await?;
        said(&person, "没有改").await?;
        key(&person, "m").await?;
        key(&person, "ArrowRight").await?;
        key(&person, "Enter").await?;
        said(&person, "已改：T-21").await?;
        due_is(&person, "T-21", &before, false).await?;
        person.undo().await?;
        due_is(&person, "T-21", &before, true).await
    });
}

#[test]
fn a_move_that_concerns_others_asks_first_and_cancelling_writes_nothing() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("wang").await?;
        chart(&person).await?;
        on_task(&person, "T-14").await?;
        let before = due(&person, "T-14").await?;
        key(&person, "e").await?;
        key(&person, "ArrowRight").await?;
        key(&person, "ArrowRight").await?;
        said(&person, "要跟着动").await?;
        key(&person, "Enter").await?;
        let bar = person.find(&testid("move-bar")).await?;
        let entailed = bar.attr("data-entailed").await?.unwrap_or_default();
        ensure!(
            entailed.parse::<usize>().is_ok_and(|n| n >= 6),
            "{entailed} follow"
        );
        let effect = person.text(&testid("move-effect")).await?;
        ensure!(effect.contains("2 个工作日"), "{effect}");
        person.click(&testid("move-cancel")).await?;
        let gone = format!("return !document.querySelector({:?});", testid("move-bar"));
        person.wait("the bar to go", &gone, json!([])).await?;
        due_is(&person, "T-14", &before, true).await
    });
}

#[test]
fn the_view_stays_as_it_was_asked_for() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("wang").await?;
        let project = chart(&person).await?;
        person.click(&testid("critical-only")).await?;
        person.click(&testid("zoom-week")).await?;
        let shown = "const text = document.querySelector('[data-testid=shown]')?.textContent ?? '';
            return /显示 \\d 项/.test(text) && location.hash.includes('c=1') && location.hash.includes('z=week');";
        person
            .wait("the few critical tasks", shown, json!([]))
            .await?;
        person.reload().await?;
        person
            .wait("the same after a reload", shown, json!([]))
            .await?;
        person
            .go(&format!("#/p/{project}/plan/gantt?f=late"))
            .await?;
        let late = "const bars = [...document.querySelectorAll('.gantt [data-bar]')];
            return bars.length > 0 && bars.every(bar => bar.dataset.late !== undefined);";
        person
            .wait("the late tasks alone", late, json!([]))
            .await
            .map(drop)
    });
}

#[test]
fn the_whole_plan_stands_on_paper_with_its_columns() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("wang").await?;
        chart(&person).await?;
        person
            .run("dispatchEvent(new Event('beforeprint'));", json!([]))
            .await?;
        let script = "const pages = document.querySelectorAll('.gantt-sheet');
            const text = [...pages].map(page => page.textContent).join(' ');
            const all = Array.from({ length: 30 }, (_, at) => `T-${at + 1}`);
            const has = code => [...document.querySelectorAll('.gantt-sheet text')].filter(one => one.textContent === code).length === 1;
            return pages.length === 1 && all.every(has) && text.includes('编号') && text.includes('第 1 页，共 1 页');";
        person
            .wait("one page with every task once", script, json!([]))
            .await?;
        person
            .run("dispatchEvent(new Event('afterprint'));", json!([]))
            .await?;
        let gone = "return document.querySelectorAll('.gantt-sheet').length === 0;";
        person
            .wait("no pages on the screen", gone, json!([]))
            .await
            .map(drop)
    });
}

#[test]
fn several_that_are_selected_move_together_and_the_menu_says_all_that_can_be_done() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("wang").await?;
        chart(&person).await?;
        on_task(&person, "T-26").await?;
        key(&person, " ").await?;
        on_task(&person, "T-21").await?;
        // A click selects it alone; the first is added again.
        let both = "const gantt = testid('gantt');
            const row = [...gantt.querySelectorAll('.gantt-row')].find(row => row.querySelector('.gantt-code')?.textContent === 'T-19');
            const box = row.getBoundingClientRect();
            for (const type of ['pointerdown', 'pointerup'])
                row.dispatchEvent(new PointerEvent(type, { bubbles: true, isPrimary: true, button: 0, ctrlKey: true,
                    clientX: box.left + 60, clientY: box.top + 8 }));
            return gantt.querySelectorAll('.gantt-row[aria-selected=true]').length;";
        person.run(both, json!([])).await?;
        on_key_row(&person, "T-21").await?;
        key(&person, "m").await?;
        said(&person, "移动 T-21").await?;
        let together = "return /一起移动 2 项|留在原处/.test(testid('said').textContent);";
        person
            .wait("that they go together", together, json!([]))
            .await?;
        key(&person, "Escape").await?;

        key(&person, "ContextMenu").await?;
        let menu = person.text(&testid("gantt-menu")).await?;
        for word in ["改截止", "断开连线", "放到别的阶段", "上移一行"] {
            ensure!(menu.contains(word), "{word} is not in {menu}");
        }
        person.press("Escape", 0).await?;
        let shut = "return testid('gantt-menu') === null && document.activeElement.id === 'gantt';";
        person.wait("the menu to shut", shut, json!([])).await?;
        key(&person, "g").await?;
        person
            .click(&format!("{} [role=menuitem]", testid("gantt-menu")))
            .await?;
        said(&person, "放到了").await?;
        person.undo().await
    });
}

/// The caret goes to a row in sight by keys, so that what is selected stays.
async fn on_key_row(person: &Person, code: &str) -> Result<()> {
    let script = "const at = () => document.querySelector('.gantt-row[data-active=true] .gantt-code')?.textContent;
        const gantt = testid('gantt'); gantt.focus();
        for (let n = 0; n < 40 && at() !== arguments[0]; n++) {
            gantt.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        }
        return at();";
    let at = person.run_async(script, json!([code])).await?;
    ensure!(at == code, "the caret is at {at}");
    Ok(())
}
