//! What people see when two copies meet (ux-method.md §9): one meeting noted twice, two causes for one delay, a risk
//! that occurred on both, and a line that came after the release. In both orders the same.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::project_file::record;
use browser_tests::{Person, World, test};
use serde_json::json;

use crate::at;
use crate::owner::{running, weekday};

const PROJECT: &str = "70TW0C0P1E";

/// Types a result under the whole agenda.
async fn note(person: &Person, line: &str) -> Result<()> {
    let before = person.count(&testid("noted-line")).await?;
    let main = format!("{} > .result-entry textarea", testid("agenda"));
    person
        .find(&main)
        .await?
        .send_keys(format!("{line}\n"))
        .await?;
    let noted =
        "return document.querySelectorAll('[data-testid=noted-line]').length === arguments[0];";
    person
        .wait("the line", noted, json!([before + 1]))
        .await
        .map(drop)
}

/// Begins the meeting, notes one thing and says why the first task is late.
async fn meet(person: &Person, cause: &str) -> Result<()> {
    person.go(&at(PROJECT, "meeting")).await?;
    person.click(&testid("start-meeting")).await?;
    note(person, "成员3 取补测报告 明天").await?;
    person
        .click(&format!(
            "{}[data-record='{}'] [data-cause='{cause}']",
            testid("delay-cause"),
            record("task", 0)
        ))
        .await?;
    person.go(&at(PROJECT, &record("risk", 0))).await?;
    person
        .click("[data-step='occur'], [data-answer='happened']")
        .await?;
    person.saved().await
}

/// What the meeting's page says, without the clock.
async fn said(person: &Person) -> Result<String> {
    person.go(&at(PROJECT, "meeting")).await?;
    person.find(&testid("maybe-twice")).await?;
    person.text(&testid("agenda")).await
}

#[test]
fn one_meeting_on_two_copies_is_one_and_says_what_differs() {
    test(async |world: &World| -> Result<()> {
        let lead = world.person("wang").await?;
        lead.on_a_working_day().await?;
        let (weekday, past) = weekday(&lead).await?;
        let mut draft = running(PROJECT, weekday, &past);
        for (field, value) in [
            ("code", json!(1)),
            ("title", json!("竞品提前降价")),
            ("status", json!("monitoring")),
            ("likelihood", json!(3)),
            ("impact", json!(5)),
            ("owner", json!(record("member", 0))),
            ("fallback_owner", json!(record("member", 1))),
        ] {
            draft = draft.with(&record("risk", 0), field, value);
        }
        let plan = world.folder().join("plan.json");
        draft.write(&plan)?;
        lead.take_as(&plan, 0).await?;
        let other = world.person("zhou").await?;
        other.on_a_working_day().await?;
        other.take_as(&plan, 1).await?;
        meet(&lead, "resource").await?;
        meet(&other, "approval").await?;
        let (from_lead, from_other) = (lead.export(PROJECT).await?, other.export(PROJECT).await?);
        lead.take(PROJECT, &[&from_other]).await?;
        other.take(PROJECT, &[&from_lead]).await?;
        let (here, there) = (
            lead.export_read(PROJECT).await?,
            other.export_read(PROJECT).await?,
        );
        assert_eq!(here.content()?, there.content()?, "in both orders");
        assert_eq!(here.records("minutes").len(), 1, "one meeting");
        assert_eq!(here.records("issue").len(), 1, "one issue of one risk");
        assert_eq!(said(&lead).await?, said(&other).await?);

        // Two causes: it is missing before the release, and one press decides it.
        lead.click(&testid("end-meeting")).await?;
        let gate = testid("release-week");
        lead.find(&format!("{gate}:disabled")).await?;
        let why = lead.text(&testid("release-gate")).await?;
        ensure!(why.contains("2 项"), "{why}");
        for task in 0..2 {
            lead.click(&format!(
                "{} {}[data-record='{}'] [data-cause='resource']",
                testid("before-release"),
                testid("delay-cause"),
                record("task", task)
            ))
            .await?;
        }
        lead.click(&format!("{gate}:enabled")).await?;
        lead.find(&testid("after-release")).await?;

        // The other has gone on without knowing of the release.
        other.go(&at(PROJECT, "meeting")).await?;
        note(&other, "亮点：补测当天就排上了").await?;
        other.saved().await?;
        let later = other.export(PROJECT).await?;
        lead.take(PROJECT, &[&later]).await?;
        lead.go(&at(PROJECT, here.records("minutes")[0])).await?;
        let told = lead.text(&testid("after-release")).await?;
        ensure!(told.contains("1 行"), "{told}");
        lead.click(&testid("put-off-lines")).await?;
        let gone = "return testid('put-off-lines') === null;";
        lead.wait("it to be put off", gone, json!([])).await?;
        Ok(())
    });
}
