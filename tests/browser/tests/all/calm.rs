//! What lies over nothing: lists in which nothing stands yet, and messages that go by themselves.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{World, test};
use serde_json::json;

use crate::screens::{PAGES, show};
use crate::{add_task, at};

#[test]
fn a_list_without_rows_is_one_sentence_and_one_button() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("空的").await?;
        let wrong = "const page = document.querySelector('main');
            if (!document.querySelector('.page-head + section.empty')) return null;
            const found = [];
            const seen = (one) => page.querySelector(one)?.checkVisibility();
            for (const one of ['.grid', '.filters', '.keys', '.grid-foot .count']) if (seen(one)) found.push(one);
            const said = page.querySelector('section.empty');
            if (!said.querySelector('p').innerText.trim()) found.push('no sentence');
            const ways = page.querySelector('[data-testid=plan-empty]') ? 3 : 1;
            if (said.querySelectorAll('button, a').length !== ways) found.push('buttons');
            return found;";
        let mut lists = 0;
        for page in PAGES {
            show(&person, at(&project, page).trim_end_matches('/')).await?;
            let found = person.run(wrong, json!([])).await?;
            if !found.is_null() {
                lists += 1;
                ensure!(found == json!([]), "{page}: {found}");
            }
        }
        ensure!(lists >= 8, "only {lists} lists are empty");
        // The first row brings the table, the filters and the button over it.
        add_task(&person, &project, "定包装").await?;
        for part in [
            ".grid tr[data-record]",
            ".filters select",
            ".page-head [data-testid=new-record]",
        ] {
            person.find(part).await?;
        }
        // What the filters let through is nothing: one click shows all again.
        let narrow = "const one = [...testid('filter-status').options].at(-1).value; testid('filter-status').value = one;
            testid('filter-status').dispatchEvent(new Event('change', { bubbles: true })); return true;";
        person.click(&testid("filter-status")).await?;
        person.run(narrow, json!([])).await?;
        person.find(&testid("none-match")).await?;
        ensure!(person.count(".grid").await? == 0);
        person.click(&testid("show-all")).await?;
        person.find(".grid tr[data-record]").await.map(drop)
    });
}

#[test]
fn a_message_goes_by_itself_and_the_one_that_takes_an_import_back_stays() {
    test(async |world: &World| -> Result<()> {
        let (lin, wang) = (world.person("lin").await?, world.person("wang").await?);
        let project = lin.new_project("台灯").await?;
        add_task(&lin, &project, "定包装").await?;
        let file = lin.export(&project).await?;
        wang.open("#/").await?;
        wang.give_and_look(&[&file], 1).await?;
        wang.accept(&project).await?;
        // Whatever comes after the first file is taken back from the message.
        add_task(&lin, &project, "定售价").await?;
        let file = lin.export(&project).await?;
        wang.take(&project, &[&file]).await?;
        let way_back = ".notice [data-testid=import-undo]";
        wang.find(way_back).await?;
        // Two others come and go, one after the other: longer than any that goes by itself would stay.
        let another = "return document.querySelectorAll('[data-testid=notice]').length === 2;";
        let alone = "return document.querySelectorAll('[data-testid=notice]').length === 1;";
        for _ in 0..2 {
            wang.click(&testid("undo")).await?;
            wang.wait("another message", another, json!([])).await?;
            wang.wait("it to go", alone, json!([])).await?;
        }
        ensure!(wang.count(way_back).await? == 1);
        Ok(())
    });
}

#[test]
fn a_message_lies_over_nothing_that_is_pressed_or_worked_in() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_lamp().await?;
        // On the lowest row in sight something is done that leaves a message.
        person.resize(1366, 620).await?;
        show(&person, &at(&project, "task")).await?;
        let lowest = "const rows = [...document.querySelectorAll('main tr[data-record]')].filter((row) => {
              const box = row.getBoundingClientRect();
              return document.elementFromPoint(innerWidth - 60, box.bottom - 4)?.closest('tr') === row;
            });
            return rows.at(-1).dataset.record;";
        let row = person.run(lowest, json!([])).await?;
        let row = row.as_str().unwrap_or_default();
        person
            .click(&format!("tr[data-record='{row}'] td[data-key='title']"))
            .await?;
        person.click(&testid("copy-row")).await?;
        person.click(&testid("undo")).await?;
        person.find(&testid("notice")).await?;
        let covered = "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            const found = [];
            for (const note of document.querySelectorAll('.notices .notice')) {
              const over = note.getBoundingClientRect();
              for (const one of document.querySelectorAll(arguments[0])) {
                const box = one.getBoundingClientRect();
                const x = box.left + box.width / 2; const y = box.top + box.height / 2;
                if (one.checkVisibility() && !one.closest('.notices') && x > over.left && x < over.right && y > over.top && y < over.bottom)
                  found.push(one.innerText.slice(0, 30));
              }
            }
            return found;";
        let found = person
            .run_async(
                covered,
                json!(["main button, main tr[data-active=true], main a.button"]),
            )
            .await?;
        assert_eq!(found, json!([]), "in the plan");
        // On a phone: what was saved is to be marked as sent.
        person.resize(390, 844).await?;
        show(&person, &at(&project, "exchange")).await?;
        person.click(&testid("send-file")).await?;
        person.find(&testid("mark-sent")).await?;
        person.click(&testid("undo")).await?;
        person.find(&testid("notice")).await?;
        let script = "document.querySelector(\"[data-testid='mark-sent']\").scrollIntoView({ block: 'end' });
            await new Promise((done) => setTimeout(done, 200));";
        person.run_async(script, json!([])).await?;
        let found = person
            .run_async(covered, json!(["main button, main a.button"]))
            .await?;
        assert_eq!(found, json!([]), "on a phone");
        Ok(())
    });
}
