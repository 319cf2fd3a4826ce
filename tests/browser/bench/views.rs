//! The views of a plan at thousands of tasks: first paint and scrolling of the Gantt beside the charts of others, the
//! schedule in WebAssembly, a bar with many successors under the pointer, the nodes of every view.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use browser_tests::life::Launch;
use browser_tests::project_file::{Draft, record};
use browser_tests::{Person, World};
use serde_json::{Value, json};

use crate::figures::{Times, head, row};
use crate::in_app::PAINTED;
use crate::shapes::{REST, busy_ms};

const SIZES: [usize; 2] = [1_000, 5_000];
const ROUNDS: usize = 5;
/// Frames of a scroll, and pixels of each: the whole height in so many frames, or evenly.
const FRAMES: usize = 90;
const JUMP_PX: f64 = 1_778.0;
const EVEN_PX: f64 = 64.0;
/// Tasks that wait for the one that is dragged, and moves of the pointer.
const SUCCESSORS: usize = 200;
const MOVES: usize = 60;

/// Prints the figures.
pub(crate) async fn run(world: &World) -> Result<()> {
    let person = world
        .person_with("views", Launch::default().switch("--window-size=1280,720"))
        .await?;
    head("the Gantt, 2/3 of the tasks linked: first paint, and scrolling");
    for tasks in SIZES {
        let id = format!("VEW{tasks:07}");
        let file = world.folder().join(format!("{id}.json"));
        Draft::plan(&id, &format!("{tasks} 个任务"), tasks)
            .linked(tasks)
            .write(&file)?;
        person.take_first(&file).await?;
        first_paint(&person, &id, tasks).await?;
    }
    let large = format!("VEW{:07}", SIZES[1]);
    scrolling(&person, &large).await?;
    nodes(&person, &large).await?;
    let quick = Launch::default()
        .switch("--window-size=1280,720")
        .without_frame_limit();
    let quick = world.person_with("drag", quick).await?;
    dragging(world, &quick).await?;
    others(&person, world).await
}

/// From the hash change until the bars are painted; the first time fetches the program of the views.
async fn first_paint(person: &Person, id: &str, tasks: usize) -> Result<()> {
    let script = format!(
        "{PAINTED}
        const start = performance.now();
        location.hash = arguments[0];
        while (!document.querySelector('[data-testid=gantt][data-painted]')) await painted();
        return await painted() - start;"
    );
    let (mut times, mut work) = (Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        person.go(&format!("#/p/{id}/charter")).await?;
        person.run_async(REST, json!([])).await?;
        let before = busy_ms(person).await?;
        let hash = format!("#/p/{id}/plan/gantt");
        let time = person.run_async(&script, json!([hash])).await?;
        if round > 0 {
            times.push(time);
            work.push(json!(busy_ms(person).await? - before));
        }
    }
    row(&format!("ours, {tasks} tasks: painted"), &line(times));
    row(&format!("ours, {tasks} tasks: main thread"), &line(work));
    let bars = person.count("[data-bar]").await?;
    let nodes = person.run_async(REST, json!([])).await?;
    row(
        &format!("ours, {tasks} tasks"),
        &format!("{bars} bars, {nodes} nodes"),
    );
    Ok(())
}

fn line(times: Vec<Value>) -> String {
    Times::of(&Value::Array(times)).line()
}

/// Evenly, and the whole height at once.
async fn scrolling(person: &Person, id: &str) -> Result<()> {
    let script = format!(
        "{PAINTED}
        const [step, frames] = arguments, place = document.querySelector('[data-testid=gantt]');
        place.scrollTop = 0;
        const times = [];
        let last = await painted();
        for (let at = 1; at <= frames; at++) {{
            place.scrollTop = at * step;
            const now = await painted();
            times.push(now - last);
            last = now;
        }}
        return times;"
    );
    person.go(&format!("#/p/{id}/plan/gantt")).await?;
    person.find("[data-testid=gantt][data-painted]").await?;
    person.run_async(REST, json!([])).await?;
    for (what, step) in [("jump", JUMP_PX), ("even", EVEN_PX)] {
        let before = busy_ms(person).await?;
        let times = person.run_async(&script, json!([step, FRAMES])).await?;
        told_scroll("ours", what, &times, busy_ms(person).await? - before);
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a number of frames")]
fn told_scroll(whose: &str, what: &str, times: &Value, work_ms: f64) {
    let times = Times::of(times);
    row(
        &format!("{whose}, {what}"),
        &format!(
            "frame p95 {:>5.1}  max {:>5.1} ms  main thread {:>5.2} ms a frame",
            times.at(0.95),
            times.at(1.0),
            work_ms / FRAMES as f64
        ),
    );
}

/// How many nodes every view of the plan has, and the overview, and what opening it costs.
async fn nodes(person: &Person, id: &str) -> Result<()> {
    head(&format!(
        "every view of {} tasks: work of the main thread until rest, nodes",
        SIZES[1]
    ));
    for page in [
        "plan/grid",
        "plan/gantt",
        "plan/kanban",
        "plan/calendar",
        "plan/mine",
        "overview",
    ] {
        person.go(&format!("#/p/{id}/stage/new")).await?;
        person.run_async(REST, json!([])).await?;
        let before = busy_ms(person).await?;
        let hash = match page {
            "overview" => format!("#/p/{id}"),
            page => format!("#/p/{id}/{page}"),
        };
        person.go(&hash).await?;
        let nodes = person.run_async(REST, json!([])).await?;
        let work = busy_ms(person).await? - before;
        let elements = person
            .run("return document.querySelectorAll('*').length;", json!([]))
            .await?;
        row(
            page,
            &format!("{work:>7.0} ms  {elements:>6} elements  {nodes:>6} nodes with texts"),
        );
    }
    Ok(())
}

/// A bar whose move moves two hundred others, under the pointer: from each move until it is painted, frame limit off.
async fn dragging(world: &World, person: &Person) -> Result<()> {
    head(&format!(
        "a bar with {SUCCESSORS} successors among {} tasks, {MOVES} moves of the pointer",
        SIZES[1]
    ));
    let id = "DRG0005000";
    let file = world.folder().join(format!("{id}.json"));
    let mut draft = Draft::plan(id, "拖动", SIZES[1]);
    for at in 0..=SUCCESSORS {
        let task = record("task", at);
        draft = draft
            .with(&task, "status", json!("todo"))
            .with(&task, "current_start", json!("2026-12-07"))
            .with(&task, "current_end", json!("2026-12-11"));
        if at > 0 {
            draft = draft.after(at, 0);
            let (start, end) = (json!("2026-12-14"), json!("2026-12-18"));
            draft = draft
                .with(&task, "current_start", start)
                .with(&task, "current_end", end);
        }
    }
    draft.write(&file)?;
    person.take_first(&file).await?;
    person
        .go(&format!("#/p/{id}/plan/gantt?z=week&d=2026-12-01"))
        .await?;
    person.find("[data-testid=gantt][data-painted]").await?;
    person.run_async(REST, json!([])).await?;
    let script = format!("{PAINTED}{DRAG}");
    let answer = person
        .run_async(&script, json!([record("task", 0), MOVES]))
        .await?;
    row(
        "from the move to the painted frame",
        &Times::of(&answer["painted"]).line(),
    );
    row("the handlers alone", &Times::of(&answer["handled"]).line());
    Ok(())
}

const DRAG: &str = "
const [record, moves] = arguments;
const bar = document.querySelector(`[data-bar='${record}']`);
if (!bar) throw new Error('the bar is not in sight');
const box = bar.getBoundingClientRect();
const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
const tell = (kind, dx) => {
  const at = document.querySelector(`[data-bar='${record}']`) ?? bar;
  at.dispatchEvent(new PointerEvent(kind, {
    bubbles: true, cancelable: true, isPrimary: true, button: 0, buttons: 1, pointerId: 1, pointerType: 'mouse',
    clientX: x + dx, clientY: y,
  }));
};
tell('pointerdown', 0);
tell('pointermove', 6);
await painted();
const times = { painted: [], handled: [] };
for (let at = 0; at < moves; at++) {
  const start = performance.now();
  tell('pointermove', 8 + at * 5);
  times.handled.push(performance.now() - start);
  times.painted.push(await painted() - start);
}
document.querySelector('[data-testid=gantt]').dispatchEvent(
  new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
return times;
";

/// The charts of others, and the schedule alone.
async fn others(person: &Person, world: &World) -> Result<()> {
    world.serve(&folder()?)?;
    person.open("").await?;
    let ready = "const page = document.documentElement;
        while (!page.hasAttribute('data-ready')) await new Promise((done) => setTimeout(done, 50));";
    person.run_async(ready, json!([])).await?;
    head("the charts of others, the same tasks");
    for name in ["dhtmlx-gantt", "frappe-gantt"] {
        for tasks in SIZES {
            // Five thousand bars of the second take minutes.
            let rounds = if name == "frappe-gantt" { 2 } else { ROUNDS };
            let mut times = Vec::new();
            for round in 0..=rounds {
                let draw = "return await draw(arguments[0], arguments[1]);";
                let time = person.run_async(draw, json!([name, tasks])).await?;
                if round > 0 {
                    times.push(time);
                }
            }
            row(&format!("{name}, {tasks} tasks: painted"), &line(times));
        }
        if name == "dhtmlx-gantt" {
            for (what, step) in [("jump", JUMP_PX), ("even", EVEN_PX)] {
                let before = busy_ms(person).await?;
                let scroll = "return await scroll(arguments[0], arguments[1]);";
                let times = person.run_async(scroll, json!([step, FRAMES])).await?;
                told_scroll(name, what, &times, busy_ms(person).await? - before);
            }
        }
    }
    head("the schedule alone, in WebAssembly");
    for tasks in [5_000, 50_000] {
        let script = "return await schedules(arguments[0], arguments[1]);";
        let all = person.run_async(script, json!([tasks, ROUNDS])).await?;
        for (key, what) in [
            ("first", "read and passed for the first time"),
            ("dated", "after a date has moved"),
            ("named", "after a title has changed"),
            ("overview", "what the overview says, after a date has moved"),
        ] {
            row(
                &format!("{tasks} tasks: {what}"),
                &Times::of(&all[key]).line(),
            );
        }
    }
    Ok(())
}

/// Where `cargo xtask bench` has put the page and the charts.
fn folder() -> Result<PathBuf> {
    let usual = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/bench/views");
    let folder = std::env::var_os("HEPAI_BENCH")
        .map(PathBuf::from)
        .map_or(usual, |www| www.with_file_name("views"));
    if !folder.join("ours_bg.wasm").is_file() {
        bail!(
            "{} is not prepared: run `cargo xtask bench`",
            folder.display()
        );
    }
    folder
        .canonicalize()
        .with_context(|| folder.display().to_string())
}
