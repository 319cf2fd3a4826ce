//! Nothing moves under the pointer between press and release, whatever a field does when it is left.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Person, World, test};
use serde_json::{Value, json};

use crate::at;

/// A field of one line that holds much more, and what is pressed below it.
const PLACES: &str = r#"
const long = document.querySelector('.sheet-value:not(.rows) > .control textarea.letters[rows="1"]');
const after = (one) => long.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING && one.checkVisibility();
const below = [...document.querySelectorAll(arguments[0])].filter(after)[0];
const place = (one) => { const box = one.getBoundingClientRect(); return [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 12), box.height]; };
return [place(long), place(below), document.activeElement === long, document.activeElement === below];
"#;

async fn places(person: &Person, below: &str) -> Result<[[f64; 3]; 2]> {
    let found = person.run(PLACES, json!([below])).await?;
    let number = |at: usize, part: usize| found[at][part].as_f64().context("a place");
    let mut all = [[0.0; 3]; 2];
    for (at, place) in all.iter_mut().enumerate() {
        for (part, px) in place.iter_mut().enumerate() {
            *px = number(at, part)?;
        }
    }
    Ok(all)
}

async fn mouse(person: &Person, kind: &str, [x, y, _]: [f64; 3]) -> Result<()> {
    let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
    person
        .cdp("Input.dispatchMouseEvent", event)
        .await
        .map(drop)
}

#[test]
fn a_long_text_that_is_left_moves_nothing_until_the_pressed_is_let_go() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_lamp().await?;
        person.resize(1366, 900).await?;
        for below in ["main textarea.letters[rows='2']", "main .sheet-body button"] {
            person.go("#/").await?;
            person.go(&at(&project, "charter")).await?;
            let begin = "const long = document.querySelector('.sheet-value:not(.rows) > .control textarea.letters[rows=\"1\"]');
                if (!long) return null;
                long.scrollIntoView({ block: 'start' }); scrollBy(0, -160); long.focus();
                return long.dataset.field;";
            let field = person.wait("a long field", begin, json!([])).await?;
            person
                .cdp("Input.insertText", json!({ "text": "很".repeat(400) }))
                .await?;
            let [long, pressed] = places(&person, below).await?;
            ensure!(long[2] > 90.0, "{field} is as high as its text: {long:?}");
            mouse(&person, "mousePressed", pressed).await?;
            tokio::time::sleep(std::time::Duration::from_millis(150)).await;
            let held = places(&person, below).await?;
            ensure!(
                held == [long, pressed],
                "{below} moved from {pressed:?} to {:?}",
                held[1]
            );
            mouse(&person, "mouseReleased", pressed).await?;
            let low = "const long = document.querySelector(`textarea[data-field='${arguments[0]}']`); return long.offsetHeight < 90;";
            person.wait("it is low again", low, json!([field])).await?;
            let focused: Value = person.run(PLACES, json!([below])).await?;
            ensure!(focused[2] == false, "the focus has gone on");
        }
        Ok(())
    });
}
