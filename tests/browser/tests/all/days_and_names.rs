//! Days that are typed in a meeting are read as everywhere else, and somebody who is named without being on the list is
//! put there from where they are named (G-06).

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::json;

use crate::at;
use crate::plan::{click_cell, paste, wait_cell};
use crate::screens::{sample, show};

/// Types into a line whatever stood in it, and leaves it.
async fn type_in(person: &Person, selector: &str, text: &str) -> Result<()> {
    let script =
        "const one = document.querySelector(arguments[0]); put(one, arguments[1]); return true;";
    person.find(selector).await?;
    person.run(script, json!([selector, text])).await.map(drop)
}

/// Waits until a script answers with that text.
async fn says(person: &Person, script: &str, text: &str) -> Result<()> {
    let script = format!("return ({script}) === arguments[0];");
    let what = format!("{text} from {script}");
    person.wait(&what, &script, json!([text])).await.map(drop)
}

#[test]
fn a_day_in_the_meeting_is_typed_as_everywhere_else() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        show(&person, &at(&project, "meeting")).await?;
        person.click(&testid("start-meeting")).await?;
        let late = "[data-testid=agenda-point]:has([data-testid=delay-cause])";
        person
            .click(&format!("{late} [data-testid=open-point]"))
            .await?;

        // The new day of a late task: words, a day that has passed, and one that is no day.
        let day = "[data-testid=new-date]";
        type_in(&person, day, "下周五").await?;
        let written = format!("document.querySelector('{day}').value.length === 10 ? 'a day' : ''");
        says(&person, &written, "a day").await?;
        type_in(&person, day, "2020-01-02").await?;
        person
            .find("[data-testid=new-day] [data-testid=unread]")
            .await?;
        says(
            &person,
            &format!("document.querySelector('{day}').value"),
            "2020-01-02",
        )
        .await?;
        type_in(&person, day, "").await?;

        // The day of a line, chosen beside it.
        person
            .find(&testid("result-line"))
            .await?
            .send_keys("改一版主图 陈专员")
            .await?;
        let chip = "[data-testid=result-chip][data-part=when]";
        type_in(&person, chip, "下周五").await?;
        let read = "document.querySelector('.result-chips [data-testid=read-back]') !== null ? 'read' : ''";
        says(&person, read, "read").await?;
        person.click(&testid("result-line")).await?;
        person.press("Enter", 0).await?;
        let line = "[...document.querySelectorAll('.result-lines li')].some((one) => one.textContent.includes('改一版主图')) ? 'noted' : ''";
        says(&person, line, "noted").await
    });
}

#[test]
fn somebody_not_on_the_list_is_put_there_from_where_they_are_named() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        show(&person, &at(&project, "member")).await?;
        let members = person.records("member").await?.len();
        show(&person, &at(&project, "task")).await?;
        // Copied from a sheet that knows more people than the list.
        let task = person.records("task").await?.remove(2);
        click_cell(&person, &task, "owner").await?;
        paste(&person, "韩雪（市场部）").await?;
        wait_cell(&person, &task, "owner", "韩雪（市场部）").await?;
        show(&person, &at(&project, &task)).await?;
        let text = person.text(&testid("unread")).await?;
        ensure!(text.contains("韩雪") && text.contains("名单"), "{text}");
        person.click(&testid("put-on-list")).await?;
        let gone = "return document.querySelector('[data-testid=unread]') === null;";
        person
            .wait("the owner to be known", gone, json!([]))
            .await?;
        show(&person, &at(&project, "member")).await?;
        person.wait_records("member", members + 1).await?;
        let listed = person
            .run(
                "return document.body.innerText.includes('韩雪');",
                json!([]),
            )
            .await?;
        ensure!(listed == json!(true), "nobody of that name on the list");
        Ok(())
    });
}
