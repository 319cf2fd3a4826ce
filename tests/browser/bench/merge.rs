//! The merge job: 5,000 records of 8 fields, five replies of 200 edits, every reply a whole file.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use browser_tests::World;
use browser_tests::driver::Browser;
use browser_tests::job::{EDITS, Job, RECORDS, REPLIES};
use serde_json::{Value, json};

use crate::figures::{Times, head, row};

const ROUNDS: usize = 10;
const ENGINES: [&str; 4] = ["ours", "loro", "yjs", "automerge"];

/// Prints medians of all engines, and how they relate to Loro's.
pub(crate) async fn run() -> Result<()> {
    head(&format!(
        "merge: {RECORDS} records × 8 fields, {REPLIES} replies of {EDITS} edits, all whole files; {ROUNDS} rounds"
    ));
    let folder = folder()?;
    let job = Job::new();
    std::fs::write(folder.join("job.json"), job.for_peers().to_string())?;
    std::fs::write(folder.join("base.json"), job.base_file())?;
    for person in 0..REPLIES {
        std::fs::write(
            folder.join(format!("reply-{person}.json")),
            job.reply_file(person),
        )?;
    }
    let world = World::start(Browser::Chromium)?;
    world.serve(&folder)?;
    let answer = measure(&world).await;
    let complaints = world.end_quietly().await;
    let answer = answer.with_context(|| complaints.join("\n"))?;
    print(&answer);
    Ok(())
}

async fn measure(world: &World) -> Result<Value> {
    let person = world.person("bench").await?;
    person.open("").await?;
    person
        .run_async("return await bench(arguments[0]);", json!([ROUNDS]))
        .await
}

fn print(answer: &Value) {
    let [loro, loro_read] =
        ["times", "timesRead"].map(|what| Times::of(&answer[what]["loro"]).median());
    for name in ENGINES {
        let times = Times::of(&answer["times"][name]);
        let read = Times::of(&answer["timesRead"][name]);
        let size = |key: &str| answer["sizes"][name][key].as_f64().unwrap_or(f64::NAN) / 1024.0;
        row(
            name,
            &format!(
                "median {:>7.1} ms  {:>5.2} × Loro   every value read too {:>7.1} ms  {:>5.2} × Loro   {:>5.0} KiB, gzip {:>4.0} KiB",
                times.median(),
                times.median() / loro,
                read.median(),
                read.median() / loro_read,
                size("bytes"),
                size("zipped"),
            ),
        );
    }
    let parts = answer["parts"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let part =
        |at: usize| Times::of(&parts.iter().map(|round| round[at].clone()).collect()).median();
    row(
        "of ours",
        &format!(
            "open {:.1}, take five {:.1}, save {:.1} ms (with `current` {:.1})",
            part(0),
            part(1),
            part(2),
            part(3)
        ),
    );
}

/// Where `cargo xtask bench` has put the page and the engines.
fn folder() -> Result<PathBuf> {
    let usual = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/bench/www");
    let folder = std::env::var_os("HEPAI_BENCH").map_or(usual, PathBuf::from);
    if !folder.join("ours_bg.wasm").is_file() {
        bail!(
            "{} is not prepared: run `cargo xtask bench`",
            folder.display()
        );
    }
    Ok(folder)
}
