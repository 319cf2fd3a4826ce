//! Lists without end: whatever a project has thousands of, each page draws a window of it, says how many there are,
//! and lets one reach the rest; on paper nothing is left out unsaid.

use anyhow::{Context as _, Result, ensure};
use browser_tests::page::testid;
use browser_tests::project_file::record;
use browser_tests::shapes::{Shape, shapes};
use browser_tests::{Depth, Person, World, test};
use serde_json::{Value, json};

use crate::at;

/// Elements, texts and comments that a page may have.
const MOST_NODES: u64 = 5_000;

/// Counts everything in the document once it has come to rest.
const NODES: &str = "
const count = () => { const walk = document.createTreeWalker(document); let n = 0; while (walk.nextNode()) n++; return n; };
let last = -1, since = performance.now();
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, 60));
  const now = document.querySelector('main') && !document.querySelector('[role=status].hint')?.textContent.includes('正在') ? count() : -1;
  if (now !== last) { last = now; since = performance.now(); }
  if (last > 0 && performance.now() - since > 700) return last;
  if (performance.now() - since > 60000) return last;
}";

fn of(all: &mut Vec<Shape>, name: &str) -> Result<Shape> {
    let at = all.iter().position(|shape| shape.name == name);
    Ok(all.swap_remove(at.context("a shape")?))
}

async fn take(world: &World, person: &Person, shape: &Shape) -> Result<()> {
    let file = world.folder().join(format!("{}.json", shape.id));
    std::fs::write(&file, &shape.text)?;
    person.take_first(&file).await.map(drop)
}

/// How many there are, and how many nodes each page has that shows them.
async fn pages_stay_small(world: &World, numbers: std::ops::Range<usize>) -> Result<()> {
    let n = Depth::of_run().choose(150, 300, 3_000);
    let person = world.person("lin").await?;
    let mut too_many = Vec::new();
    for shape in shapes(n)
        .into_iter()
        .skip(numbers.start)
        .take(numbers.len())
    {
        take(world, &person, &shape).await?;
        for page in &shape.pages {
            person.go(&format!("#/p/{}{page}", shape.id)).await?;
            let nodes = person.run_async(NODES, json!([])).await?;
            let nodes = nodes.as_u64().unwrap_or_default();
            if nodes == 0 || nodes > MOST_NODES {
                too_many.push(format!("{}: {page} has {nodes} nodes", shape.name));
            }
        }
        person.listen().await?;
    }
    ensure!(too_many.is_empty(), "{}", too_many.join("\n"));
    Ok(())
}

#[test]
fn pages_stay_small_however_many_goals_departments_and_people_there_are() {
    test(async |world: &World| pages_stay_small(world, 0..5).await);
}

#[test]
fn pages_stay_small_however_many_tasks_milestones_and_issues_there_are() {
    test(async |world: &World| pages_stay_small(world, 5..10).await);
}

#[test]
fn pages_stay_small_however_many_fields_lines_and_differences_there_are() {
    test(async |world: &World| pages_stay_small(world, 10..19).await);
}

/// The records of a kind that a page has lines of, and what it says of how many there are.
const LINES: &str = "const lines = [...document.querySelectorAll(`[data-rows='metric'] [data-record^='metric/']`)].map((one) => one.dataset.record);
    return [lines[0] ?? '', lines[lines.length - 1] ?? '', lines.length];";

#[test]
fn what_lies_outside_the_window_of_a_form_is_counted_and_reached_by_keyboard() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let shape = of(&mut shapes(300), "指标")?;
        take(world, &person, &shape).await?;
        person.open(&at(&shape.id, "charter")).await?;
        let rows = "[data-rows='metric']";
        let more = format!("{rows} {}", testid("more"));
        person.find(&more).await?;
        let told = person.text(&format!("{rows} .more-lines .hint")).await?;
        ensure!(told.contains("300") && told.contains("1–8"), "{told}");
        assert_eq!(
            person.run(LINES, json!([])).await?,
            json!([record("metric", 100), record("metric", 107), 8])
        );
        // By keyboard alone.
        person
            .run(
                "document.querySelector(arguments[0]).focus();",
                json!([more]),
            )
            .await?;
        person.press("Enter", 0).await?;
        let sixteen = format!("const rows = () => {{ {LINES} }}; return rows()[2] === 16;");
        person.wait("eight more rows", &sixteen, json!([])).await?;
        person
            .click(&format!("{rows} {}", testid("to-last")))
            .await?;
        let last = format!("const rows = () => {{ {LINES} }}; return rows()[1] === arguments[0];");
        person
            .wait("the last row", &last, json!([record("metric", 399)]))
            .await?;
        ensure!(
            person
                .count(&format!("{rows} [data-record^='metric/']"))
                .await?
                < 50
        );
        // A row added at the end is drawn and has the focus.
        person.click(&format!("button{rows}")).await?;
        let has_focus = "const row = document.activeElement?.closest('[data-record]');
            return row?.dataset.record.startsWith('metric/') && !row.dataset.record.startsWith('metric/00');";
        person
            .wait("the new row to have the focus", has_focus, json!([]))
            .await?;
        person
            .click(&format!("{rows} {}", testid("to-first")))
            .await?;
        person
            .wait(
                "the first row",
                &format!("const rows = () => {{ {LINES} }}; return rows()[0] === arguments[0];"),
                json!([record("metric", 100)]),
            )
            .await?;
        Ok(())
    });
}

#[test]
fn a_list_to_choose_from_names_everybody_when_somebody_goes_to_it() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let shape = of(&mut shapes(200), "成员")?;
        take(world, &person, &shape).await?;
        let task = record("task", 0);
        person.open(&at(&shape.id, &task)).await?;
        person.control(&task, "owner").await?;
        let options = "return control(arguments[0], 'owner').options.length;";
        let count = person.run(options, json!([task])).await?;
        ensure!(
            count.as_u64() < Some(5),
            "{count} options before somebody goes there"
        );
        let shown = "const one = control(arguments[0], 'owner'); return one.options[one.selectedIndex].textContent;";
        assert_eq!(person.run(shown, json!([task])).await?, json!("成员1"));
        // All at once, in the event itself: the browser opens the list right after.
        let at_once =
            "const one = control(arguments[0], 'owner'); one.focus(); return one.options.length;";
        assert_eq!(person.run(at_once, json!([task])).await?, json!(211));
        let chosen = record("member", 250);
        person.quick_fill(&task, "owner", &chosen).await?;
        person.wait_shown(&task, "owner", &chosen).await?;
        let few = "document.activeElement.blur(); return control(arguments[0], 'owner').options.length < 5;";
        person.wait("the list to go", few, json!([task])).await?;
        assert_eq!(person.run(shown, json!([task])).await?, json!("王 150"));
        Ok(())
    });
}

#[test]
fn the_open_difference_is_drawn_wherever_it_stands() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let shape = of(&mut shapes(120), "不一致")?;
        take(world, &person, &shape).await?;
        person.open(&at(&shape.id, "conflicts")).await?;
        let open = "return document.querySelector(`[data-testid=conflict][data-current=true]`)?.dataset.record ?? null;";
        assert_eq!(
            person.wait("an open one", open, json!([])).await?,
            json!(record("task", 0))
        );
        // Back from the first is the last.
        person.click(&testid("previous")).await?;
        let last = "return document.querySelector(`[data-testid=conflict][data-current=true]`)?.dataset.record === arguments[0];";
        person
            .wait("the last one", last, json!([record("task", 119)]))
            .await?;
        ensure!(person.count(&testid("conflict")).await? < 60);
        Ok(())
    });
}

#[test]
fn paper_has_the_whole_list_or_says_how_much_it_lacks() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let shape = of(&mut shapes(1_100), "里程碑")?;
        take(world, &person, &shape).await?;
        person.open(&format!("#/p/{}/brief", shape.id)).await?;
        person.find(&testid("more")).await?;
        // What the browser is given when it prints.
        let listen = "addEventListener('beforeprint', () => queueMicrotask(() => {
                globalThis.printed = [document.querySelectorAll('.milestones tbody tr').length,
                  document.querySelector('.milestones .unprinted')?.textContent ?? ''];
            }), { once: true });";
        person.run(listen, json!([])).await?;
        person.print().await?;
        let printed = person
            .wait("the paper", "return globalThis.printed ?? null;", json!([]))
            .await?;
        assert_eq!(printed[0], json!(1_001), "{printed}");
        let told = printed[1].as_str().unwrap_or_default();
        ensure!(told.contains("100"), "{printed}");
        let back = "return document.querySelectorAll('.milestones tbody tr').length < 110;";
        person.wait("the window again", back, json!([])).await?;
        Ok(())
    });
}

#[test]
fn a_huge_text_is_opened_by_who_wants_it_and_stays_whole() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let shape = of(&mut shapes(100), "很长的文本")?;
        take(world, &person, &shape).await?;
        person.open(&at(&shape.id, "charter")).await?;
        let field = "[data-record='charter'] [data-field='background']";
        person
            .click("[data-record='charter'] button[data-field='background']")
            .await?;
        let length = "const one = document.querySelector(arguments[0]); return one?.tagName === 'TEXTAREA' ? one.value.split('\\n').length : null;";
        let lines: Value = person.wait("the text", length, json!([field])).await?;
        assert_eq!(lines, json!(10_000));
        Ok(())
    });
}

#[test]
fn the_focus_stays_in_a_list_when_the_last_button_for_more_goes() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let shape = of(&mut shapes(60), "指标")?;
        take(world, &person, &shape).await?;
        person.open(&at(&shape.id, "charter")).await?;
        let more = format!("[data-rows='metric'] {}", testid("more"));
        person.find(&more).await?;
        person
            .run(
                "document.querySelector(arguments[0]).focus();",
                json!([more]),
            )
            .await?;
        let widened = format!("const rows = () => {{ {LINES} }}; return rows()[2] > arguments[0];");
        for drawn in (0..60).step_by(8).skip(1) {
            person.press("Enter", 0).await?;
            person.wait("more rows", &widened, json!([drawn])).await?;
        }
        assert_eq!(person.count(&more).await?, 0, "all are drawn");
        let inside = "const row = document.activeElement?.closest(`[data-rows='metric'] [data-record^='metric/']`);
            return row?.dataset.record ?? null;";
        let row = person
            .wait("the focus in the list", inside, json!([]))
            .await?;
        assert_eq!(
            row,
            json!(record("metric", 156)),
            "the first of the new ones"
        );
        Ok(())
    });
}

#[test]
fn what_somebody_has_begun_beside_a_form_stays_while_the_form_changes() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        person.go(&at(&project, "charter")).await?;
        person.click(".step [data-step]").await?;
        person.click(&testid("gate-anyway")).await?;
        let reason = testid("reason");
        let begun = "const one = testid('reason'); one.value = '先这样'; one.dispatchEvent(new Event('input', { bubbles: true }));";
        person.find(&reason).await?;
        person.run(begun, json!([])).await?;
        person
            .run("testid('history').open = true;", json!([]))
            .await?;
        let edits = [
            ("background", "去年缺一款"),
            ("goal_statement", "三月底前上市"),
        ];
        for (field, text) in edits {
            person.quick_fill("charter", field, text).await?;
            person.wait_shown("charter", field, text).await?;
            let kept = "return testid('reason')?.value === '先这样' && testid('history').open;";
            person.wait("what was begun", kept, json!([])).await?;
        }
        let stays = "return document.activeElement !== testid('reason');";
        assert_eq!(
            person.run(stays, json!([])).await?,
            json!(true),
            "the focus is not taken"
        );
        Ok(())
    });
}

#[test]
fn one_of_three_thousand_is_found_by_typing_and_chosen_by_keyboard() {
    test(async |world: &World| -> Result<()> {
        let n = Depth::of_run().choose(300, 3_000, 3_000);
        let person = world.person("lin").await?;
        let shape = of(&mut shapes(n), "成员")?;
        take(world, &person, &shape).await?;
        person.open(&at(&shape.id, "todo")).await?;
        let find = format!("main {}", testid("find-person"));
        person.find(&find).await?;
        let name = format!("王 {}", n - 1);
        let type_it = "const one = document.querySelector(arguments[0]); one.focus(); const start = performance.now();
            one.value = arguments[1]; one.dispatchEvent(new Event('input', { bubbles: true }));
            await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
            return performance.now() - start;";
        let took = person.run_async(type_it, json!([find, name])).await?;
        ensure!(
            took.as_f64() < Some(1_000.0),
            "{took} ms until they were found"
        );
        let radios = "return [...document.querySelectorAll('main [data-testid=identity] input[type=radio]')].map((one) => one.value);";
        let found = person.run(radios, json!([])).await?;
        assert_eq!(
            found,
            json!([record("member", n + 99), ""]),
            "they, and later"
        );
        // Down and up again choose nobody.
        person.press("ArrowDown", 0).await?;
        let focused = "return document.activeElement.value;";
        assert_eq!(person.run(focused, json!([])).await?, found[0]);
        person.press("ArrowUp", 0).await?;
        person.press("Enter", 0).await?;
        let signs = "return testid('who').innerText.includes(arguments[0]);";
        person.wait("them to sign", signs, json!([name])).await?;
        println!("found among {n} in {took} ms");
        Ok(())
    });
}
