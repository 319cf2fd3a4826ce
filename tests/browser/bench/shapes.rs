//! Pages of odd shapes at n and 2n: the main thread's work until a page has come to rest, and how many nodes it has.

use anyhow::Result;
use browser_tests::shapes::shapes;
use browser_tests::{Person, World};
use serde_json::json;

use crate::figures::{head, row};

/// Of each kind, and twice as many.
const SIZES: [usize; 2] = [1_500, 3_000];

/// Prints the figures.
pub(crate) async fn run(world: &World) -> Result<()> {
    let mut measured: Vec<Vec<(String, f64, u64)>> = Vec::new();
    for n in SIZES {
        let person = world.person(&format!("bench{n}")).await?;
        measured.push(at_size(world, &person, n).await?);
    }
    head(&format!(
        "pages of odd shapes: work of the main thread at {} and {}, growth, nodes",
        SIZES[0], SIZES[1]
    ));
    let [small, large] = &measured[..] else {
        return Ok(());
    };
    for ((what, before, _), (_, after, nodes)) in small.iter().zip(large) {
        let growth = after / before.max(1.0);
        row(
            what,
            &format!("{before:>7.0} {after:>7.0} ms  {growth:>5.1} ×  {nodes:>6} nodes"),
        );
    }
    Ok(())
}

async fn at_size(world: &World, person: &Person, n: usize) -> Result<Vec<(String, f64, u64)>> {
    let mut all = Vec::new();
    for shape in shapes(n) {
        let file = world.folder().join(format!("{}-{n}.json", shape.id));
        std::fs::write(&file, &shape.text)?;
        person.take_first(&file).await?;
        for page in &shape.pages {
            // From a page of the open project: opening it is measured elsewhere.
            person.go(&format!("#/p/{}/stage/new", shape.id)).await?;
            person.run_async(REST, json!([])).await?;
            let before = busy_ms(person).await?;
            person.go(&format!("#/p/{}{page}", shape.id)).await?;
            let nodes = person.run_async(REST, json!([])).await?;
            let work = busy_ms(person).await? - before;
            let nodes = nodes.as_u64().unwrap_or_default();
            all.push((format!("{} {page}", shape.name), work, nodes));
        }
    }
    Ok(all)
}

/// How long the main thread has been busy, in milliseconds.
pub(crate) async fn busy_ms(person: &Person) -> Result<f64> {
    person.cdp("Performance.enable", json!({})).await?;
    let answer = person.cdp("Performance.getMetrics", json!({})).await?;
    let metrics = answer["metrics"].as_array().into_iter().flatten();
    let busy = metrics.filter(|one| one["name"] == "TaskDuration");
    let seconds: f64 = busy.filter_map(|one| one["value"].as_f64()).sum();
    Ok(seconds * 1_000.0)
}

/// Waits until the page has come to rest; answers with its nodes. It looks rarely, so as not to be measured itself.
pub(crate) const REST: &str = "
const count = () => { const walk = document.createTreeWalker(document); let n = 0; while (walk.nextNode()) n++; return n; };
let last = -1, still = 0;
while (still < 4) {
  await new Promise((resolve) => setTimeout(resolve, 300));
  const now = count();
  still = now === last ? still + 1 : 0;
  last = now;
}
return last;
";
