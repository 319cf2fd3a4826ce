//! What is taken along from the Gantt: pictures of the whole, and what its address asks for, to the table.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::project_file::Draft;
use browser_tests::{Person, World, test};
use serde_json::json;

use crate::gantt::chart;

#[test]
fn the_whole_chart_is_saved_as_pictures_of_thirty_and_of_a_thousand_rows() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("wang").await?;
        chart(&person).await?;
        pictures(&person, 30).await?;
        let draft = Draft::plan("0000000123", "千项", 1_000);
        let file = world.folder().join("thousand.json");
        draft.write(&file)?;
        person.take_first(&file).await?;
        person.go("#/p/0000000123/plan/gantt").await?;
        person.find(".gantt[data-painted]").await?;
        pictures(&person, 1_000).await
    });
}

/// Saves both pictures: every number stands in the text of the one, and the other is drawn to its last rows.
async fn pictures(person: &Person, tasks: usize) -> Result<()> {
    let hear = "window.saved = [];
        const make = URL.createObjectURL.bind(URL);
        let blob = null;
        URL.createObjectURL = made => { blob = made; return make(made); };
        HTMLAnchorElement.prototype.click = function () { window.saved.push([this.download, blob]); };
        return true;";
    person.run(hear, json!([])).await?;
    for button in ["save-picture", "save-png"] {
        person.click(&testid("gantt-print")).await?;
        person.click(&testid(button)).await?;
    }
    let both = "return window.saved.length === 2;";
    person.wait("both files", both, json!([])).await?;
    let look = "const [svg, png] = window.saved;
        const text = await svg[1].text();
        const numbers = new Set([...text.matchAll(/>(T-\\d+)</g)].map(found => found[1]));
        const image = await createImageBitmap(png[1]);
        const canvas = new OffscreenCanvas(300, 1500), brush = canvas.getContext('2d', { willReadFrequently: true });
        brush.drawImage(image, 0, 0, 300, 1500);
        const dark = (from, to) => {
            const data = brush.getImageData(0, from, 300, to - from).data;
            let count = 0;
            for (let at = 0; at < data.length; at += 4) count += data[at] + data[at + 1] + data[at + 2] < 740;
            return count;
        };
        return { names: [svg[0], png[0]], numbers: numbers.size, height: image.height, width: image.width,
            top: dark(0, 100), end: dark(1400, 1500) };";
    let found = person.run_async(look, json!([])).await?;
    let is_right = found["numbers"] == tasks
        && found["height"]
            .as_u64()
            .is_some_and(|px| px as usize >= 32 * tasks)
        && found["top"].as_u64().is_some_and(|count| count > 50)
        && found["end"].as_u64().is_some_and(|count| count > 50);
    ensure!(is_right, "{found}");
    Ok(())
}

#[test]
fn table_and_chart_show_the_same_lines_of_an_address() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("wang").await?;
        let project = chart(&person).await?;
        let asked = "?f=status~-open&g=owner&s=-due";
        person
            .go(&format!("#/p/{project}/plan/gantt{asked}"))
            .await?;
        person.find(".gantt[data-painted]").await?;
        let lines = "testid('gantt').scrollTop = 0;
            await new Promise(done => setTimeout(done, 300));
            const rows = [...document.querySelectorAll('.gantt-row')].filter(row => row.style.display !== 'none');
            rows.sort((a, b) => a.getAttribute('aria-rowindex') - b.getAttribute('aria-rowindex'));
            return rows.map(row => row.querySelector('.gantt-code').textContent).filter(code => code);";
        let chart = person.run_async(lines, json!([])).await?;
        ensure!(
            chart.as_array().is_some_and(|codes| codes.len() > 5),
            "{chart}"
        );
        person.click(&testid("view-grid")).await?;
        let same = "const codes = [...document.querySelectorAll('.grid tr[data-record] td[data-key=code]')].map(cell => cell.textContent.trim());
            return codes.length > 5 && arguments[0].slice(0, codes.length).join() === codes.slice(0, arguments[0].length).join()
                && /显示 \\d+ 项/.test(testid('shown').textContent) && testid('sort').value === 'due';";
        person
            .wait("the same lines in the table", same, json!([chart]))
            .await?;
        person.reload().await?;
        person
            .wait("the same after a reload", same, json!([chart]))
            .await?;
        person.run("history.back();", json!([])).await?;
        person.find(".gantt[data-painted]").await?;
        let kept = "return location.hash.includes('g=owner') && location.hash.includes('s=-due');";
        person.wait("the chart as it was", kept, json!([])).await?;
        // What a new task begins with is seen where it was added; what hides it gives way.
        person
            .go(&format!("#/p/{project}/plan/grid?f=late"))
            .await?;
        let few = "return document.querySelectorAll('.grid tr[data-record]').length < 8;";
        person.wait("the late tasks alone", few, json!([])).await?;
        person
            .find(&testid("type-to-add"))
            .await?
            .send_keys("新的一项\n")
            .await?;
        let all = "return !location.hash.includes('f=late') && document.body.innerText.includes('新的一项');";
        person
            .wait("all tasks again", all, json!([]))
            .await
            .map(drop)
    });
}
