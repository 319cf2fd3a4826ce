//! The end of a project (ux-method.md §12, walk 6): closing begins, departments give their feedback, it is shown and
//! answered, the report is composed, a lesson goes to the library, and the project closes when nothing is missing.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::project_file::{Draft, record};
use browser_tests::{Hand, Person, World, test};
use serde_json::json;

use crate::at;
use crate::feedback::fill;
use crate::opinions::is;

const PROJECT: &str = "70END1NGWA";

/// 成员1 leads; 成员2, 3 and 4 speak for the three departments. All work is done.
fn done() -> Draft {
    let mut draft = Draft::plan(PROJECT, "台灯", 1)
        .with("settings", "status", json!("running"))
        .with(&record("task", 0), "status", json!("done"))
        .with(&record("task", 0), "percent", json!(100))
        .with(&record("member", 0), "project_role", json!("lead"))
        .with(&record("member", 0), "department", json!(null));
    for at in 1..4 {
        draft = draft.with(&record("member", at), "project_role", json!("rep"));
    }
    draft
}

/// How much is missing before the project can be closed.
async fn lacks(person: &Person) -> Result<u32> {
    person.go(&at(PROJECT, "closing")).await?;
    person.find(&testid("closing-row")).await?;
    let script = "return testid('closing-lacks')?.dataset.missing ?? null;";
    let n = person.wait("what is missing", script, json!([])).await?;
    Ok(n.as_str().unwrap_or_default().parse()?)
}

#[test]
fn a_project_is_closed_with_feedback_report_and_a_lesson() {
    test(async |world: &World| -> Result<()> {
        let plan = world.folder().join("plan.json");
        done().write(&plan)?;
        let person = world.person("all").await?;
        person.take_as(&plan, 0).await?;
        person.go(&at(PROJECT, "closing")).await?;
        let hand = Hand::of(&person);
        hand.click(&testid("wrap-up")).await?;
        hand.click(".handover .button").await?;
        hand.within(2, 0)?;
        let at_first = lacks(&person).await?;
        departments_answer(&person).await?;

        is(&person, 1).await?;
        ensure!(lacks(&person).await? < at_first, "feedback is in");
        person.go(&at(PROJECT, "feedback")).await?;
        hand.click(&testid("show-feedback")).await?;
        hand.within(1, 0)?;
        let open = "return document.querySelectorAll('[data-testid=improvement] .answers input').length === arguments[0];";
        for left in (0..3).rev() {
            let one = format!("{}:has(.answers input)", testid("improvement"));
            hand.types(&format!("{one} .answers input"), "下个项目照做")
                .await?;
            hand.click(&format!("{one} [data-answer='adopted']"))
                .await?;
            person.wait("one less", open, json!([left])).await?;
        }
        hand.within(6, 6)?;

        person.go(&at(PROJECT, "report")).await?;
        hand.click(&testid("compose")).await?;
        for section in ["highlight", "shortcoming"] {
            let one = format!("{}[data-section='{section}']", testid("candidate"));
            hand.click(&one).await?;
        }
        hand.click(&format!("{}[data-gate='final']:enabled", testid("gate")))
            .await?;
        hand.within(12, 6)?;

        person.go(&at(PROJECT, "lesson/new")).await?;
        let form = person.find("main [data-record^='lesson/']").await?;
        let lesson = form.attr("data-record").await?.unwrap_or_default();
        let place = format!("main [data-record='{lesson}']");
        let line = format!("{place} [data-field='recommendation']");
        hand.types(&line, "预算一批准就同时发起拨付申请\t").await?;
        // Two choices, a press each.
        for (field, choice) in [("kind", "avoid"), ("reuse_as", "task")] {
            person.quick_fill(&lesson, field, choice).await?;
        }
        person.saved().await?;
        person.go(&at(PROJECT, "lesson")).await?;
        hand.click(&testid("keep-lessons")).await?;
        hand.within(3 - 2, 1)?;
        let kept = "return testid('keep-lessons') === undefined || document.body.innerText.includes('经验库');";
        person.wait("the library", kept, json!([])).await?;

        ensure!(lacks(&person).await? == 0, "{}", person.text("main").await?);
        hand.click(&format!("{}[data-gate='close']:enabled", testid("gate")))
            .await?;
        person.find(&testid("closed")).await?;
        hand.within(1, 0)
    });
}

/// Each fills in the form, and writes what their department contributed.
async fn departments_answer(person: &Person) -> Result<()> {
    for (number, good) in [(2, "周五说得清"), (3, "关口当天确认"), (4, "样机到得早")]
    {
        is(person, number).await?;
        person.go(&at(PROJECT, "todo")).await?;
        let hand = Hand::of(person);
        let line = format!(
            "{}[data-request='write_contribution'] [data-field='text']",
            testid("todo-item")
        );
        hand.types(&line, "认证四天完成\t").await?;
        fill(person, good, "预算批准时同时生成拨付单").await?;
        person.saved().await?;
    }
    Ok(())
}
