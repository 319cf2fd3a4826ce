//! In the app itself: keys, opening, saving, at 50 and at 5,000 tasks. Frame limit off: at 60 Hz,
//! waiting for the screen alone takes up to 16.7 ms.

use std::time::Duration;

use anyhow::Result;
use browser_tests::life::Launch;
use browser_tests::project_file::{Draft, record};
use browser_tests::{Person, World};
use serde_json::{Value, json};

use crate::figures::{Times, head, row};

const SMALL: (&str, usize) = ("SMA0000050", 50);
const LARGE: (&str, usize) = ("GRT0005000", 5_000);

/// Keys per measured field, openings, saves.
const KEYS: usize = 240;
const OPENINGS: usize = 10;
const SAVES: usize = 60;

/// Prints the figures.
pub(crate) async fn run(world: &World) -> Result<()> {
    let person = world
        .person_with("bench", Launch::default().without_frame_limit())
        .await?;
    for (id, tasks) in [SMALL, LARGE] {
        let file = world.folder().join(format!("{id}.json"));
        Draft::plan(id, &format!("{tasks} 个任务"), tasks).write(&file)?;
        let started = std::time::Instant::now();
        person.take_first(&file).await?;
        let seconds = started.elapsed().as_secs_f64();
        row(
            &format!("importing {tasks} tasks, clicks and saving included"),
            &format!("{seconds:.1} s"),
        );
    }
    opening(&person).await?;
    keys(&person).await?;
    saving(&person).await
}

/// Hash change from home to a painted table that has taken a key; the project was not open before.
async fn opening(person: &Person) -> Result<()> {
    head("opening: hash change to a painted plan table that takes a key");
    for (id, tasks) in [SMALL, LARGE] {
        let mut rounds = Vec::new();
        for _ in 0..OPENINGS {
            person.open("#/").await?;
            tokio::time::sleep(Duration::from_millis(400)).await;
            rounds.push(
                person
                    .run_async(
                        &format!("{PAINTED}{OPEN}"),
                        json!([format!("#/p/{id}/task")]),
                    )
                    .await?,
            );
        }
        for (what, key) in [
            ("the database has answered", "answered"),
            ("painted", "painted"),
            ("has taken a key", "took"),
        ] {
            let times: Value = rounds.iter().map(|round| round[key].clone()).collect();
            row(&format!("{tasks} tasks: {what}"), &Times::of(&times).line());
        }
    }
    Ok(())
}

/// Known to scripts: a promise of the time after the next frame.
pub(crate) const PAINTED: &str = "
const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => resolve(performance.now());
  channel.port2.postMessage(0);
}));
";

/// Answers with the milliseconds until IndexedDB has given all rows, until the rows are painted, and until a key moved
/// to a row and that is painted.
const OPEN: &str = "
const comes = async (test) => {
  for (;;) {
    const found = test();
    if (found) return found;
    await painted();
    if (performance.now() - start > 20000) throw new Error(`it does not come: ${test}`);
  }
};
let answered = 0;
const getAll = IDBObjectStore.prototype.getAll;
IDBObjectStore.prototype.getAll = function (...range) {
  const request = getAll.apply(this, range);
  request.addEventListener('success', () => { answered = performance.now() - start; });
  return request;
};
const start = performance.now();
location.hash = arguments[0];
const row = await comes(() => document.querySelector(`.grid tr[data-record^='task/']`));
const shown = await painted() - start;
row.focus();
row.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
await comes(() => document.activeElement?.matches(`.grid [data-record^='task/'] [data-field]`));
const took = await painted() - start;
await comes(() => answered);
return { answered, painted: shown, took };
";

/// Key presses in a form and in the table of the large project.
async fn keys(person: &Person) -> Result<()> {
    let (id, tasks) = LARGE;
    head(&format!(
        "key press to painted frame, {tasks} tasks, frame limit off"
    ));
    let task = record("task", 7);
    person.open(&format!("#/p/{id}/{task}")).await?;
    typing(person, "a task's form, title", &task, "title").await?;
    person.go(&format!("#/p/{id}/charter")).await?;
    typing(person, "the charter, goal", "charter", "goal_statement").await?;
    person.go(&format!("#/p/{id}/task")).await?;
    let first = record("task", 0);
    person
        .click(&format!("tr[data-record='{first}'] td[data-key='title']"))
        .await?;
    typing(person, "the table, title", &first, "title").await
}

async fn typing(person: &Person, what: &str, record: &str, field: &str) -> Result<()> {
    let control = person.control(record, field).await?;
    control.scroll_into_view().await?;
    control.click().await?;
    type_letters(person, what).await
}

/// Types letters where the focus is.
pub(crate) async fn type_letters(person: &Person, what: &str) -> Result<()> {
    person.run(LISTEN, json!([])).await?;
    for number in 0..KEYS {
        let letter = char::from(b"abcdefghijklmnopqrstuvwxyz"[number % 26]);
        let key =
            json!({ "type": "keyDown", "key": letter.to_string(), "text": letter.to_string() });
        person.cdp("Input.dispatchKeyEvent", key).await?;
        person
            .cdp(
                "Input.dispatchKeyEvent",
                json!({ "type": "keyUp", "key": letter.to_string() }),
            )
            .await?;
        // People type at most some ten letters a second, and pause: then what they wrote is saved.
        let pause = if number % 12 == 11 { 750 } else { 30 };
        tokio::time::sleep(Duration::from_millis(pause)).await;
        if number % 40 == 39 {
            person
                .run(
                    "const one = document.activeElement; one.select();",
                    json!([]),
                )
                .await?;
        }
    }
    let measured = person.run("return measured;", json!([])).await?;
    row(
        &format!("{what}: from the key event"),
        &Times::of(&measured["whole"]).line(),
    );
    row(
        &format!("{what}: from the handlers' start"),
        &Times::of(&measured["inPage"]).line(),
    );
    Ok(())
}

/// Notes for each key how long it took until after the next frame, from the browser's time stamp and from here.
const LISTEN: &str = "
globalThis.measured = { whole: [], inPage: [] };
if (!globalThis.measuring) addEventListener('keydown', (event) => {
  const [stamp, start] = [event.timeStamp, performance.now()];
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const now = performance.now();
      measured.whole.push(now - stamp);
      measured.inPage.push(now - start);
    };
    channel.port2.postMessage(0);
  });
}, true);
globalThis.measuring = true;
";

/// Leaving a field with another value until the save state says saved.
async fn saving(person: &Person) -> Result<()> {
    head("saving one edit: leaving the field until it is shown as saved");
    let mut medians = Vec::new();
    for (id, tasks) in [SMALL, LARGE] {
        person
            .open(&format!("#/p/{id}/{}", record("task", 7)))
            .await?;
        person.control(&record("task", 7), "title").await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        let measured = person
            .run_async(SAVE, json!([record("task", 7), "title", SAVES]))
            .await?;
        let times = Times::of(&measured);
        row(&format!("{tasks} tasks"), &times.line());
        medians.push(times.median());
    }
    let [small, large] = medians[..] else {
        return Ok(());
    };
    row("5,000 against 50 tasks", &format!("{:.2} ×", large / small));
    Ok(())
}

/// Fills a field many times; answers with the milliseconds from the edit to `saved`.
const SAVE: &str = "
const [record, field, rounds] = arguments;
const badge = testid('save-state');
const times = [];
for (let round = -5; round < rounds; round++) {
  await new Promise((resolve) => setTimeout(resolve, 40));
  let wasBusy = false;
  let done;
  const saved = new Promise((resolve) => { done = resolve; });
  const observer = new MutationObserver(() => {
    if (badge.dataset.state !== 'saved') wasBusy = true;
    else if (wasBusy) done();
  });
  observer.observe(badge, { attributes: true });
  const start = performance.now();
  put(control(record, field), `第 ${round} 次`);
  if (badge.dataset.state !== 'saved') wasBusy = true;
  await saved;
  const time = performance.now() - start;
  observer.disconnect();
  if (round >= 0) times.push(time);
}
return times;
";
