//! The owner's five minutes (ux-method.md §12, walk 4a): three tasks, one of them late, a decision and two risks, and
//! the reply that carries all of it.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::project_file::{Draft, record};
use browser_tests::{Hand, Person, ProjectFile, World, test};
use serde_json::json;

use crate::at;

const PROJECT: &str = "70WNERWA1K";

/// Eight people in a weekly meeting, five of them with a task each, two of which are late.
pub(crate) fn running(project: &str, weekday: i64, past: &str) -> Draft {
    let mut draft = Draft::plan(project, "台灯", 5).meeting_weekly(weekday);
    for at in 0..5 {
        let end = if at < 2 { past } else { "2096-04-16" };
        let owner = json!(record("member", at + 2));
        draft = draft
            .doing(at, end)
            .with(&record("task", at), "owner", owner);
    }
    draft
}

/// Which day of the week it is in the browser, and a day that is one to three working days past outside of holidays.
pub(crate) async fn weekday(person: &Person) -> Result<(i64, String)> {
    person.open("#/").await?;
    let script = "const now = new Date();
        const past = new Date(now.getTime() - now.getTimezoneOffset() * 60000 - 3 * 86400000);
        return [now.getDay() || 7, past.toISOString().slice(0, 10)];";
    let told = person.run(script, json!([])).await?;
    let past = told[1].as_str().unwrap_or_default().to_owned();
    Ok((told[0].as_i64().unwrap_or(5), past))
}

/// 成员3 has three tasks, a decision to reply to and two risks that nobody has looked at for long.
fn asked() -> Draft {
    let owner = record("member", 2);
    let mut draft = running(PROJECT, 5, "2026-02-06");
    for at in 0..5 {
        let whose = if at < 3 { 2 } else { 4 };
        draft = draft.with(&record("task", at), "owner", json!(record("member", whose)));
        draft = draft.with(&record("task", at), "current_end", json!("2026-02-06"));
    }
    let decision = record("decision", 0);
    for (field, value) in [
        ("code", json!(1)),
        ("title", json!("准予量产")),
        ("decision_text", json!("补测已通过，准予首批量产。")),
        ("approver", json!(record("member", 0))),
        ("status", json!("issued")),
        ("reply_by_at", json!("2096-04-16T16:00+08:00")),
        ("recipients/00000002", json!(true)),
    ] {
        draft = draft.with(&decision, field, value);
    }
    for at in 0..2 {
        let risk = record("risk", at);
        for (field, value) in [
            ("code", json!(at + 1)),
            ("title", json!(format!("竞品提前降价 {at}"))),
            ("status", json!("monitoring")),
            ("likelihood", json!(3)),
            ("impact", json!(5)),
            ("owner", json!(owner)),
            ("last_reviewed_at", json!("2026-02-06")),
        ] {
            draft = draft.with(&risk, field, value);
        }
    }
    draft
}

#[test]
fn an_owner_answers_for_the_week_in_eleven_presses_and_four_lines() {
    test(async |world: &World| -> Result<()> {
        let plan = world.folder().join("plan.json");
        asked().write(&plan)?;
        let owner = world.person("chen").await?;
        let hand = Hand::of(&owner);
        owner.open("#/").await?;
        owner.give(&[&plan]).await?;
        let who = format!(
            "{} input[value='{}']",
            testid("identity"),
            record("member", 2)
        );
        hand.click(&who).await?;
        hand.click(&testid("import-accept")).await?;
        owner.go(&at(PROJECT, "todo")).await?;
        owner.find(&testid("progress-row")).await?;
        let chosen = owner.count("main input:checked").await?
            + owner.count("main [aria-pressed='true']").await?;
        assert_eq!(chosen, 0, "nothing is chosen beforehand");
        for (task, sure, said) in [
            (0, "on_track", "主图定稿 9/15"),
            (1, "on_track", "初稿 2/6 步"),
            (2, "off_track", "主图 12/15，剩终端海报"),
        ] {
            let row = format!(
                "{}[data-record='{}']",
                testid("progress-row"),
                record("task", task)
            );
            hand.click(&format!("{row} input[value='{sure}']")).await?;
            if sure == "off_track" {
                let expected = format!("{row} [data-field='forecast_end']");
                hand.types(&expected, "2096-04-17").await?;
                hand.click(&format!(
                    "{row} {} input[value='resource']",
                    testid("delay-cause")
                ))
                .await?;
            }
            let sentence = format!("{row} [data-field='done']");
            hand.types(&sentence, &format!("{said}\n")).await?;
            owner.find(&format!("{row}[data-updated='true']")).await?;
        }
        hand.click(&format!("{}[data-answer='agree']", testid("reply")))
            .await?;
        owner
            .find(&format!("{}[data-replied='true']", testid("decision-row")))
            .await?;
        hand.click(&testid("none-changed")).await?;
        let looked = format!("{}[data-updated='true']", testid("risk-row"));
        let both = "return document.querySelectorAll(arguments[0]).length === 2;";
        owner.wait("both looked at", both, json!([looked])).await?;
        owner.saved().await?;
        hand.click(&testid("reply-file")).await?;
        let reply = ProjectFile::read(&owner.downloaded().await?)?;
        hand.click(&testid("mark-sent")).await?;
        hand.within(11, 4)?;
        arrives(&reply)
    });
}

/// Three updates, a reply and two looks are in the file.
fn arrives(reply: &ProjectFile) -> Result<()> {
    assert_eq!(reply.records("progress").len(), 3);
    let late = record("task", 2);
    assert_eq!(reply.current(&late, "forecast_end"), "2096-04-17");
    assert_eq!(reply.current(&late, "delay_cause"), "resource");
    let replies = reply.records("recipient");
    ensure!(replies.len() == 1, "{replies:?}");
    assert_eq!(reply.current(replies[0], "reply"), "agree");
    for at in 0..2 {
        let seen = reply.current(&record("risk", at), "last_reviewed_at");
        ensure!(seen != "2026-02-06", "nobody has looked: {seen}");
    }
    Ok(())
}
