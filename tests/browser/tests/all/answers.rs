//! The representative's round trip, and that saved and sent are two facts (ux.md §7, checks 4 and 5).

use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context as _, Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, ProjectFile, World, test};
use serde_json::{Value, json};

use crate::at;

/// The lead's project, and the file that asks the representatives.
async fn invited(lead: &Rc<Person>) -> Result<(String, PathBuf)> {
    let project = lead.new_lamp().await?;
    let file = lead.ask_file(&project).await?;
    Ok((project, file))
}

/// Saves the file that is to be sent, from the page that is open.
async fn send(person: &Person) -> Result<PathBuf> {
    person.click(&testid("send-file")).await?;
    person.downloaded().await
}

/// Says that the file saved last was sent.
async fn tick(person: &Person) -> Result<()> {
    person.click(&testid("mark-sent")).await?;
    wait_unsent(person, 0).await
}

/// How many edits are in no file that was sent.
async fn wait_unsent(person: &Person, count: u32) -> Result<()> {
    let script = "return testid('unsent')?.dataset.count === String(arguments[0]);";
    let what = format!("{count} edits not sent");
    person.wait(&what, script, json!([count])).await.map(drop)
}

async fn unsent(person: &Person) -> Result<u32> {
    let script = "return testid('unsent')?.dataset.count ?? null;";
    let count = person.wait("what is not sent to be counted", script, json!([]));
    Ok(count.await?.as_str().context("no count")?.parse()?)
}

/// The wide path of a representative, who opens the file and says which person they are.
async fn arrive(person: &Person, file: &Path, member: &str) -> Result<u32> {
    person.give(&[file]).await?;
    let who = format!("{} input[value='{member}']", testid("identity"));
    person.click(&who).await?;
    person.click(&testid("import-accept")).await?;
    person.find(&testid("reply-file")).await?;
    Ok(2)
}

#[test]
fn a_representative_answers_in_three_minutes_and_every_answer_arrives() {
    test(async |world: &World| -> Result<()> {
        let lead = world.person("wang").await?;
        let (project, asked) = invited(&lead).await?;
        let file = ProjectFile::read(&asked)?;
        let me = file.find("member", "person", "陈专员")?.to_owned();
        let department = file
            .current(&me, "department")
            .as_str()
            .context("a department")?
            .to_owned();
        // What a department is responsible for is written before anybody is asked to confirm it.
        lead.go(&at(&project, &department)).await?;
        lead.fill(&department, "duties", "推广方案和物料").await?;
        lead.saved().await?;
        lead.go(&at(&project, "exchange")).await?;
        let asked = send(&lead).await?;
        let tasks: Vec<String> = file
            .records("task")
            .into_iter()
            .filter(|task| file.current(task, "owner") == me.as_str())
            .map(str::to_owned)
            .collect();
        ensure!(
            !tasks.is_empty(),
            "a representative without tasks answers nothing"
        );

        let rep = world.person("chen").await?;
        let link = format!("#/p/{project}/todo?n=A1");
        rep.open(&link).await?;
        rep.run("window.places = []; addEventListener('hashchange', () => window.places.push(location.hash.split('?')[0].split('/').at(-1)));", json!([])).await?;
        let mut clicks = arrive(&rep, &asked, &me).await?;
        let chosen = "return [testid('identity'), ...document.querySelectorAll('main input:checked, main [aria-pressed=true]')].filter(Boolean).length
            + [...document.querySelectorAll('[data-testid=todo-item][data-request]')].filter((one) => one.dataset.state !== 'open').length;";
        assert_eq!(
            rep.run(chosen, json!([])).await?,
            0,
            "nothing is answered beforehand"
        );
        let open =
            "return document.querySelectorAll('[data-testid=todo-item][data-request]').length;";
        assert_eq!(rep.run(open, json!([])).await?, 4, "four questions");

        for answer in [
            "[data-request='confirm_goal'] [data-answer='yes']",
            "[data-request='confirm_duties'] [data-answer='yes']",
            "[data-request='confirm_tasks'] [data-answer='all']",
        ] {
            rep.click(answer).await?;
            clicks += 1;
        }
        rep.answer("backup_person", 0, "小陈\t").await?;
        let done = "return [...document.querySelectorAll('[data-testid=todo-item][data-request]')].every((one) => one.dataset.state === 'done');";
        rep.wait("every question to be answered", done, json!([]))
            .await?;
        rep.click(&testid("reply-file")).await?;
        let reply = rep.downloaded().await?;
        rep.click(&testid("copy-text")).await?;
        rep.click(&testid("mark-sent")).await?;
        clicks += 3;
        wait_unsent(&rep, 0).await?;
        ensure!(clicks <= 8, "{clicks} clicks");
        let places = rep.run("return window.places;", json!([])).await?;
        ensure!(
            places
                .as_array()
                .is_some_and(|all| all.iter().all(|place| place == "todo")),
            "{places}"
        );
        assert_eq!(rep.count("dialog[open]").await?, 0);
        let name = reply
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let of_department = file
            .current(&department, "name")
            .as_str()
            .unwrap_or_default();
        for part in ["A1", "台灯上市", of_department, "陈专员", "回复"] {
            ensure!(name.contains(part), "{part} is not in {name}");
        }

        lead.take(&project, &[&reply]).await?;
        let whole = lead.export_read(&project).await?;
        arrived(&whole, &me, &department, &tasks)
    });
}

/// Every answer of the representative stands in the lead's project.
fn arrived(whole: &ProjectFile, me: &str, department: &str, tasks: &[String]) -> Result<()> {
    let confirmation = whole.find("confirmation", "department", department)?;
    assert_eq!(whole.current(confirmation, "answer"), "confirmed");
    ensure!(
        whole
            .current(department, "boundary_confirmed_at")
            .is_string(),
        "the duties"
    );
    for task in tasks {
        assert_eq!(whole.current(task, "accepted"), "fine", "{task}");
    }
    let backup = whole
        .current(me, "backup_person")
        .as_str()
        .context("a backup")?;
    assert_eq!(whole.current(backup, "person"), "小陈");
    Ok(())
}

#[test]
fn what_is_saved_is_not_sent_before_the_person_says_so() {
    test(async |world: &World| -> Result<()> {
        let lead = world.person("wang").await?;
        let (project, _) = invited(&lead).await?;
        ensure!(unsent(&lead).await? > 0, "a saved file is not a sent one");
        tick(&lead).await?;

        lead.go(&at(&project, "charter")).await?;
        lead.fill("charter", "background", "去年缺一款入门台灯")
            .await?;
        lead.saved().await?;
        wait_unsent(&lead, 1).await?;
        lead.go(&at(&project, "exchange")).await?;
        send(&lead).await?;
        assert_eq!(unsent(&lead).await?, 1, "after the file was saved");
        lead.reload().await?;
        wait_unsent(&lead, 1).await?;
        let first = lead.new_tab().await?;
        lead.open(&at(&project, "exchange")).await?;
        wait_unsent(&lead, 1).await?;
        send(&lead).await?;
        tick(&lead).await?;
        lead.session()?.switch_to_window(first).await?;
        wait_unsent(&lead, 0).await?;
        lead.reload().await?;
        wait_unsent(&lead, 0).await
    });
}

async fn standing(person: &Person, member: &str) -> Result<Value> {
    let script = "return document.querySelector(`[data-member='${arguments[0]}']`)?.dataset.standing ?? null;";
    person
        .wait("how far a colleague is", script, json!([member]))
        .await
}

#[test]
fn a_colleague_has_it_only_when_a_reply_shows_it() {
    test(async |world: &World| -> Result<()> {
        let lead = world.person("wang").await?;
        let (project, first) = invited(&lead).await?;
        let file = ProjectFile::read(&first)?;
        let member = file.find("member", "person", "陈专员")?;
        assert_eq!(standing(&lead, member).await?, "saved");
        tick(&lead).await?;
        assert_eq!(standing(&lead, member).await?, "sent");

        let rep = world.person("chen").await?;
        rep.open("#/").await?;
        arrive(&rep, &first, member).await?;
        rep.click(&testid("reply-file")).await?;
        let early = rep.downloaded().await?;

        lead.go(&at(&project, "charter")).await?;
        lead.fill("charter", "background", "后来写的背景").await?;
        lead.saved().await?;
        lead.go(&at(&project, "exchange")).await?;
        let second = send(&lead).await?;
        tick(&lead).await?;
        lead.take(&project, &[&early]).await?;
        assert_eq!(
            standing(&lead, member).await?,
            "sent",
            "the reply does not hold what was sent last"
        );

        rep.take(&project, &[&second]).await?;
        rep.go(&at(&project, "todo")).await?;
        rep.click(&testid("reply-file")).await?;
        let late = rep.downloaded().await?;
        lead.take(&project, &[&late]).await?;
        assert_eq!(standing(&lead, member).await?, "received");
        Ok(())
    });
}

/// Follows what a gate names as missing, one link after the other, and fills in what is focused then.
async fn fill_missing(person: &Person, gate: &str) -> Result<()> {
    for _ in 0..20 {
        let follow = "const gate = document.querySelector(arguments[0]);
            if (gate.dataset.missing === '0') return ['0', ''];
            const link = gate.closest('.step').querySelector('.findings a');
            document.activeElement?.blur();
            link.click();
            return [gate.dataset.missing, link.textContent];";
        let missing = person.run(follow, json!([gate])).await?;
        if missing[0] == "0" {
            return Ok(());
        }
        let focused = "return document.activeElement?.matches('main [data-record] *') ?? false;";
        let what = format!("a place to fill in: {}", missing[1]);
        person.wait(&what, focused, json!([])).await?;
        // A number where it will do, else a whole sentence.
        let fill = "const one = document.activeElement;
            if (one.tagName === 'SELECT') put(one, [...one.options].map((option) => option.value).find(Boolean));
            else if (['radio', 'checkbox'].includes(one.type)) one.click();
            else {
              put(one, '2');
              await new Promise((done) => setTimeout(done, 300));
              if (document.querySelector(arguments[0])?.dataset.missing === arguments[1]) put(one, '从三月五日起，样件迟了两天，已经催过模具厂一次，还要研发部派人一起看。');
            }";
        person.run_async(fill, json!([gate, missing[0]])).await?;
        let less = "return document.querySelector(arguments[0])?.dataset.missing !== arguments[1];";
        let what = format!("the gate to miss less than {missing}");
        person.wait(&what, less, json!([gate, missing[0]])).await?;
    }
    anyhow::bail!("{gate} stays shut")
}

#[test]
fn an_issue_that_is_submitted_is_known_to_nobody_yet() {
    test(async |world: &World| -> Result<()> {
        let lead = world.person("wang").await?;
        let (project, _) = invited(&lead).await?;
        tick(&lead).await?;
        lead.go(&at(&project, "issue/new")).await?;
        let issue = lead.wait_records("issue", 1).await?.remove(0);
        lead.fill(&issue, "title", "模具样件迟了").await?;
        lead.saved().await?;
        let submit = "button[data-step='submit']";
        lead.find(submit).await?;
        fill_missing(&lead, submit).await?;
        lead.click(submit).await?;
        let bar = lead.text(&testid("handover")).await?;
        ensure!(bar.contains("还不知道"), "{bar}");
        let to = lead
            .run("return testid('handover').dataset.to;", json!([]))
            .await?;
        let to = to.as_str().unwrap_or_default();
        ensure!(
            !to.is_empty() && to.split(' ').all(|id| id.starts_with("member/")),
            "{to:?}"
        );
        let not_sent = "return Number(testid('unsent').dataset.count) > 0;";
        lead.wait("it is not sent", not_sent, json!([])).await?;
        Ok(())
    });
}

#[test]
fn the_reply_that_was_saved_stays_to_be_marked_while_more_is_answered() {
    test(async |world: &World| -> Result<()> {
        let lead = world.person("wang").await?;
        let (project, asked) = invited(&lead).await?;
        let file = ProjectFile::read(&asked)?;
        let me = file.find("member", "person", "陈专员")?.to_owned();
        let rep = world.person("chen").await?;
        rep.open(&format!("#/p/{project}/todo?n=A1")).await?;
        arrive(&rep, &asked, &me).await?;
        rep.click(&testid("reply-file")).await?;
        rep.downloaded().await?;
        rep.find(&testid("mark-sent")).await?;
        let begun = "const one = testid('remark'); one.focus(); one.value = '还有一句'; one.dispatchEvent(new Event('input', { bubbles: true }));
            document.querySelector(`[data-request='confirm_goal'] [data-answer='yes']`).click();";
        rep.run(begun, json!([])).await?;
        let answered = "return document.querySelector(`[data-request='confirm_goal']`)?.dataset.state === 'done';";
        rep.wait("the answer", answered, json!([])).await?;
        assert_eq!(
            rep.count(&testid("mark-sent")).await?,
            1,
            "it can still be marked"
        );
        let typed = "return [testid('remark').value, document.activeElement === testid('remark')];";
        assert_eq!(rep.run(typed, json!([])).await?, json!(["还有一句", true]));
        Ok(())
    });
}
